package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@link Tasks} promise. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MyTasksTest implements TasksContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public Projects projects() { return new MyProjects(...); }
 *     public Tasks tasks() { return new MyTasks(...); }
 * }
 * }</pre>
 *
 * The store need not be empty: every test uses tasks of its own owners. This interface is about storing;
 * its other parts: {@link ChangedTasksContract}, {@link KeyedTasksContract}, {@link TaskBatchesContract} and
 * {@link OwnedTasksContract}.
 */
public interface TasksContract
        extends ChangedTasksContract, KeyedTasksContract, TaskBatchesContract, OwnedTasksContract {

    @Test
    default void insertKeepsEverythingOfATask() {
        Task task = stored(TaskFixture.everythingKnown(storedUser()));

        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void insertKeepsATaskOfWhichLittleIsKnown() {
        Task task = stored(aTask(storedUser()).build());

        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void insertOfOneWriteKeepsATask() {
        Task task = TaskFixture.everythingKnown(storedUser());
        unitOfWork().writeOne(task.owner().asActor(), () -> {
            tasks().insert(task);
            return true;
        });

        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void unknownTaskIsNotFound() {
        assertThat(find(storedUser(), TaskFixture.nextId())).isEmpty();
    }

    @Test
    default void everyStatusAndPriorityIsKept() {
        UserId owner = storedUser();
        for (TaskStatus status : TaskStatus.values()) {
            for (TaskPriority priority : TaskPriority.values()) {
                Task task = stored(aTask(owner).state(status, priority).build());
                assertThat(find(owner, task.id())).contains(task);
            }
        }
    }

    @Test
    default void textIsKeptAsItIs() {
        UserId owner = storedUser();
        String[] titles = {
            "🚀".repeat(TaskTitle.MAX_LENGTH),
            "e\u0301 is not \u00e9",
            "مرحبا 柵 \u200f\u202e",
            "'; drop table tasks; --",
            "NULL",
            "\\N \\x41 %s ${x} {0} ?",
        };
        for (String title : titles) {
            Task task = stored(aTask(owner).title(title).build());
            assertThat(find(owner, task.id())).contains(task);
        }
    }

    @Test
    default void emptyDescriptionIsNotNone() {
        UserId owner = storedUser();
        Task empty = stored(aTask(owner).description("").build());
        Task spaces = stored(aTask(owner).description(" \r\n\t ").build());
        Task longest = stored(aTask(owner).description("🚀".repeat(20_000)).build());

        assertThat(find(owner, empty.id())).contains(empty);
        assertThat(find(owner, spaces.id())).contains(spaces);
        assertThat(find(owner, longest.id())).contains(longest);
    }

    @Test
    default void labelsAreKeptInTheirOrderWhateverTheyContain() {
        UserId owner = storedUser();
        String[] many = IntStream.range(0, Labels.MAX_COUNT)
                .mapToObj(number -> "label " + (Labels.MAX_COUNT - number))
                .toArray(String[]::new);
        Task awkward = stored(aTask(owner)
                .labels("NULL", "null", "a,b", "{}", "\"quoted\"", "back\\slash", "'", "Ünï 🚀", "b", "B", "a")
                .build());
        Task full = stored(aTask(owner).labels(many).build());

        assertThat(find(owner, awkward.id())).contains(awkward);
        assertThat(find(owner, full.id())).contains(full);
    }

    @Test
    default void boundsOfNumbersAndTimesAreKept() {
        UserId owner = storedUser();
        for (int points : new int[] {0, StoryPoints.MAX}) {
            for (String due :
                    new String[] {"0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"
                    }) {
                Task task = stored(
                        aTask(owner).points(points).dueAt(Instant.parse(due)).build());
                assertThat(find(owner, task.id())).contains(task);
            }
        }
    }

    @Test
    default void parentIsKept() {
        UserId owner = storedUser();
        Task parent = stored(aTask(owner).build());
        Task child = stored(aTask(owner).parent(parent.id()).build());

        assertThat(find(owner, child.id())).contains(child);
    }

    @Test
    default void placeInAProjectIsKept() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).in(storedProject(owner, "KAN"), 15));

        assertThat(find(owner, task.id())).contains(task);
    }

    @Test
    default void taskWithoutBlockersIsStoredWhateverItTellsOfThem() {
        Task task = aTask(storedUser()).build();
        stored(InMemoryTasks.blockedBy(task, new Blockers(List.of(TaskFixture.nextId()), 1)));

        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void insertRefusesAnUnknownParent() {
        UserId owner = storedUser();

        assertParentRefused(aTask(owner).parent(TaskFixture.nextId()).build());
    }

    @Test
    default void insertRefusesAParentOfSomeoneElse() {
        Task foreign = stored(aTask(storedUser()).build());

        assertParentRefused(aTask(storedUser()).parent(foreign.id()).build());
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Task task = stored(aTask(storedUser()).build());
        Task same = aTask(task.owner()).id(task.id()).title("Another").build();

        assertThatThrownBy(() -> stored(same)).isInstanceOf(RuntimeException.class);
        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void insertRefusesAnIdOfSomeoneElse() {
        Task task = stored(aTask(storedUser()).build());
        Task same = aTask(storedUser()).id(task.id()).build();

        assertThatThrownBy(() -> stored(same)).isInstanceOf(RuntimeException.class);
        assertThat(find(task.owner(), task.id())).contains(task);
        assertThat(find(same.owner(), task.id())).isEmpty();
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        Task task = aTask(storedUser()).build();

        assertThatThrownBy(() -> writeAs(task.owner(), () -> {
                    tasks().insert(task);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(task.owner(), task.id())).isEmpty();
    }

    private void assertParentRefused(Task task) {
        assertThatThrownBy(() -> stored(task))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.pointer()).isEqualTo("/parent_id");
                                    assertThat(violation.code()).isEqualTo(TaskError.PARENT_NOT_FOUND);
                                }));
        TaskId id = task.id();
        assertThat(find(task.owner(), id)).isEmpty();
    }
}
