package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskPriority.HIGH;
import static dev.muster.domain.task.TaskPriority.LOW;
import static dev.muster.domain.task.TaskPriority.MEDIUM;
import static dev.muster.domain.task.TaskStatus.CANCELLED;
import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.domain.task.TaskStatus.PENDING;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link TasksContract} that says what lists of tasks contain, and in which order. */
public interface TaskPagesContract extends TaskStage {

    /** Every task in the trash. */
    TaskFilter TRASH = new TaskFilter(Set.of(), Set.of(), true);

    @Test
    default void ownerWithoutTasksHasAnEmptyPage() {
        UserId owner = storedUser();

        assertThat(page(owner, TaskFilter.LIVE, 10, null)).isEqualTo(new Page<>(List.of(), false));
        assertThat(count(owner, TaskFilter.LIVE)).isZero();
    }

    @Test
    default void newestTasksComeFirst() {
        UserId owner = storedUser();
        Task middle = storedAt(owner, 2);
        Task newest = storedAt(owner, 3);
        Task oldest = storedAt(owner, 1);

        assertThat(page(owner, TaskFilter.LIVE, 10, null).items()).containsExactly(newest, middle, oldest);
    }

    @Test
    default void tasksOfTheSameMomentComeByGreaterIdFirst() {
        UserId owner = storedUser();
        Task first = aTask(owner).build();
        Task second = aTask(owner).build();
        Task third = aTask(owner).build();
        List.of(second, third, first).forEach(this::stored);

        assertThat(page(owner, TaskFilter.LIVE, 10, null).items()).containsExactly(third, second, first);
    }

    @Test
    default void momentsAreToldApartByTheMicrosecond() {
        UserId owner = storedUser();
        Task later =
                stored(aTask(owner).createdAt(TestClock.START.plusNanos(1000)).build());
        Task earlier = stored(aTask(owner).build());

        assertThat(page(owner, TaskFilter.LIVE, 1, null).items()).containsExactly(later);
        assertThat(page(owner, TaskFilter.LIVE, 1, later.position()).items()).containsExactly(earlier);
    }

    @Test
    default void pagesFollowOneAnotherWithoutGapOrRepetition() {
        UserId owner = storedUser();
        for (int number = 0; number < 11; number++) {
            storedAt(owner, number / 4);
        }
        List<Task> whole =
                page(owner, TaskFilter.LIVE, PageRequest.MAX_LIMIT, null).items();

        assertThat(whole).hasSize(11);
        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(walk(owner, limit)).as("pages of %s", limit).isEqualTo(whole);
        }
    }

    @Test
    default void pageTellsWhetherSomethingFollows() {
        UserId owner = storedUser();
        Task oldest = storedAt(owner, 1);
        Task newest = storedAt(owner, 2);

        assertThat(page(owner, TaskFilter.LIVE, 1, null)).isEqualTo(new Page<>(List.of(newest), true));
        assertThat(page(owner, TaskFilter.LIVE, 2, null)).isEqualTo(new Page<>(List.of(newest, oldest), false));
        assertThat(page(owner, TaskFilter.LIVE, 1, newest.position())).isEqualTo(new Page<>(List.of(oldest), false));
        assertThat(page(owner, TaskFilter.LIVE, 1, oldest.position())).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void pageGoesOnAfterATaskThatIsGone() {
        UserId owner = storedUser();
        Task oldest = storedAt(owner, 1);
        Task gone = storedAt(owner, 2);
        storedAt(owner, 3);
        updated(gone.deleted(TestClock.START.plusSeconds(60)));

        assertThat(page(owner, TaskFilter.LIVE, 10, gone.position()).items()).containsExactly(oldest);
    }

    @Test
    default void filterTakesAnyOfItsStatuses() {
        UserId owner = storedUser();
        Task pending = stored(aTask(owner).state(PENDING, LOW).build());
        Task completed = stored(aTask(owner).state(COMPLETED, LOW).build());
        stored(aTask(owner).state(CANCELLED, LOW).build());

        assertMeant(owner, filter(Set.of(PENDING), Set.of()), pending);
        assertMeant(owner, filter(Set.of(PENDING, COMPLETED), Set.of()), completed, pending);
    }

    @Test
    default void filterTakesAnyOfItsPriorities() {
        UserId owner = storedUser();
        Task low = stored(aTask(owner).state(PENDING, LOW).build());
        Task high = stored(aTask(owner).state(PENDING, HIGH).build());
        stored(aTask(owner).state(PENDING, MEDIUM).build());

        assertMeant(owner, filter(Set.of(), Set.of(HIGH)), high);
        assertMeant(owner, filter(Set.of(), Set.of(HIGH, LOW)), high, low);
    }

    @Test
    default void filterTakesWhatMeetsAllOfItsConditions() {
        UserId owner = storedUser();
        Task meant = stored(aTask(owner).state(PENDING, HIGH).build());
        stored(aTask(owner).state(PENDING, LOW).build());
        stored(aTask(owner).state(COMPLETED, HIGH).build());

        assertMeant(owner, filter(Set.of(PENDING), Set.of(HIGH)), meant);
        assertMeant(owner, filter(Set.of(CANCELLED), Set.of(HIGH)));
    }

    @Test
    default void filteredPagesFollowOneAnother() {
        UserId owner = storedUser();
        List<Task> pending = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            pending.addFirst(stored(aTask(owner).state(PENDING, LOW).build()));
            stored(aTask(owner).state(COMPLETED, LOW).build());
        }
        TaskFilter filter = filter(Set.of(PENDING), Set.of());

        Page<Task> first = page(owner, filter, 4, null);
        Page<Task> second = page(owner, filter, 4, pending.get(3).position());
        assertThat(first).isEqualTo(new Page<>(pending.subList(0, 4), true));
        assertThat(second).isEqualTo(new Page<>(pending.subList(4, 6), false));
    }

    @Test
    default void trashAndTheRestAreListedApart() {
        UserId owner = storedUser();
        Task live = stored(aTask(owner).build());
        Task task = stored(aTask(owner).build());
        Task deleted = updated(task.deleted(TestClock.START.plusSeconds(60)));

        assertMeant(owner, TaskFilter.LIVE, live);
        assertMeant(owner, TRASH, deleted);
    }

    @Test
    default void countTellsMoreThanAPageHolds() {
        UserId owner = storedUser();
        for (int number = 0; number < 5; number++) {
            storedAt(owner, number);
        }

        assertThat(page(owner, TaskFilter.LIVE, 2, null).items()).hasSize(2);
        assertThat(count(owner, TaskFilter.LIVE)).isEqualTo(5);
    }

    private void assertMeant(UserId owner, TaskFilter filter, Task... meant) {
        assertThat(page(owner, filter, 10, null).items()).containsExactly(meant);
        assertThat(count(owner, filter)).isEqualTo(meant.length);
    }

    private List<Task> walk(UserId owner, int limit) {
        List<Task> walked = new ArrayList<>();
        Page<Task> page = page(owner, TaskFilter.LIVE, limit, null);
        walked.addAll(page.items());
        while (page.hasMore()) {
            page = page(owner, TaskFilter.LIVE, limit, walked.getLast().position());
            walked.addAll(page.items());
        }
        return walked;
    }

    private Page<Task> page(UserId owner, TaskFilter filter, int limit, @Nullable TaskPosition after) {
        return readAs(owner, () -> tasks().findPage(owner, filter, new PageRequest<>(limit, after)));
    }

    private long count(UserId owner, TaskFilter filter) {
        return readAs(owner, () -> tasks().count(owner, filter));
    }

    private Task storedAt(UserId owner, int second) {
        return stored(
                aTask(owner).createdAt(TestClock.START.plusSeconds(second)).build());
    }

    private static TaskFilter filter(Set<TaskStatus> statuses, Set<TaskPriority> priorities) {
        return new TaskFilter(statuses, priorities, false);
    }
}
