package dev.muster.testkit.task;

import static dev.muster.testkit.task.FilterFixture.aFilter;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TaskDirectory} promises. A test class of the adapter implements this interface, over tasks of the same
 * store, which need not be empty. This interface is about pages and who sees them; its parts:
 * {@link FilteredTasksContract}, {@link SortedTasksContract}, {@link SearchedTasksContract},
 * {@link ScoredTasksContract}, {@link TaskSummaryContract} and {@link ProjectTasksContract}.
 */
public interface TaskDirectoryContract
        extends FilteredTasksContract,
                SortedTasksContract,
                SearchedTasksContract,
                ScoredTasksContract,
                TaskSummaryContract,
                ProjectTasksContract {

    @Test
    default void ownerWithoutTasksHasAnEmptyPage() {
        UserId owner = storedUser();

        assertThat(page(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, 10, null))
                .isEqualTo(new Page<>(List.of(), false));
        assertMeant(owner, TaskFilter.LIVE);
    }

    @Test
    default void everythingOfATaskIsListed() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task known = stored(TaskFixture.everythingKnown(owner));
        Task placed = stored(aTask(owner).in(storedProject(owner, "KAN"), 3).parent(blocker.id()));
        writeAs(owner, () -> graph().block(owner, placed.id(), blocker.id()));

        assertThat(page(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, 10, null)
                        .items())
                .containsExactly(
                        new ListedTask(reread(placed), 0),
                        new ListedTask(reread(known), 0),
                        new ListedTask(reread(blocker), 0));
    }

    @Test
    default void pagesFollowOneAnotherWithoutGapOrRepetition() {
        UserId owner = storedUser();
        IntStream.range(0, 11).forEach(number -> storedAt(owner, number / 4));
        List<Task> whole = listed(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST);

        assertThat(whole).hasSize(11);
        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(walk(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, limit))
                    .as("pages of %s", limit)
                    .isEqualTo(whole);
        }
    }

    @Test
    default void pageTellsWhetherSomethingFollows() {
        UserId owner = storedUser();
        ListedTask oldest = new ListedTask(storedAt(owner, 1), 0);
        ListedTask newest = new ListedTask(storedAt(owner, 2), 0);
        TaskOrder order = TaskOrder.NEWEST_FIRST;

        assertThat(page(owner, TaskFilter.LIVE, order, 1, null)).isEqualTo(new Page<>(List.of(newest), true));
        assertThat(page(owner, TaskFilter.LIVE, order, 2, null)).isEqualTo(new Page<>(List.of(newest, oldest), false));
        assertThat(page(owner, TaskFilter.LIVE, order, 1, newest.position()))
                .isEqualTo(new Page<>(List.of(oldest), false));
        assertThat(page(owner, TaskFilter.LIVE, order, 1, oldest.position())).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void pageGoesOnAfterATaskThatIsGone() {
        UserId owner = storedUser();
        Task oldest = storedAt(owner, 1);
        Task gone = storedAt(owner, 2);
        storedAt(owner, 3);
        updated(gone.deleted(TestClock.START.plusSeconds(60)));
        TaskPosition position = new ListedTask(gone, 0).position();

        assertThat(page(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, 10, position)
                        .items())
                .containsExactly(new ListedTask(oldest, 0));
    }

    @Test
    default void filteredPagesFollowOneAnother() {
        UserId owner = storedUser();
        List<Task> pending = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            pending.addFirst(stored(aTask(owner)));
            stored(aTask(owner).state(TaskStatus.COMPLETED, TaskPriority.LOW));
        }
        TaskFilter filter = aFilter().statuses(TaskStatus.PENDING).build();

        assertThat(walk(owner, filter, TaskOrder.NEWEST_FIRST, 4)).isEqualTo(pending);
    }

    @Test
    default void countTellsMoreThanAPageHolds() {
        UserId owner = storedUser();
        IntStream.range(0, 5).forEach(number -> storedAt(owner, number));

        assertThat(page(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, 2, null).items())
                .hasSize(2);
        assertThat(count(owner, TaskFilter.LIVE)).isEqualTo(5);
    }

    @Test
    default void whoeverElseActsFindsNothing() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task task = stored(aTask(owner).in(project, 1).title("Secret plan").labels("secret"));
        List<Actor> others = List.of(storedUser().asActor(), Actor.SYSTEM);

        for (Actor other : others) {
            for (TaskFilter filter : List.of(
                    TaskFilter.LIVE,
                    FilterFixture.text("Secret plan"),
                    aFilter().labels("secret").build())) {
                assertInvisible(other, owner, filter, TaskOrder.NEWEST_FIRST);
                assertInvisible(other, owner, filter, TaskOrder.BEST_FIRST);
            }
            assertThat(unitOfWork().read(other, () -> directory().similar(owner, key(task), 5)))
                    .isEmpty();
            List<Task> told = new ArrayList<>();
            unitOfWork().read(other, () -> {
                directory().forEach(owner, project.id(), told::add);
                return true;
            });
            assertThat(told).isEmpty();
        }
    }

    private void assertInvisible(Actor other, UserId owner, TaskFilter filter, TaskOrder order) {
        assertThat(unitOfWork()
                        .read(other, () -> directory().findPage(owner, filter, order, new PageRequest<>(10, null)))
                        .items())
                .isEmpty();
        assertThat(unitOfWork().<Long>read(other, () -> directory().count(owner, filter)))
                .isZero();
        assertThat(unitOfWork()
                        .read(other, () -> directory().summarise(owner, filter, TestClock.START))
                        .statuses()
                        .values())
                .containsOnly(0L);
    }

    private Task storedAt(UserId owner, int second) {
        return stored(aTask(owner).createdAt(TestClock.START.plusSeconds(second)));
    }

    private static TaskKey key(Task task) {
        return Objects.requireNonNull(task.key());
    }
}
