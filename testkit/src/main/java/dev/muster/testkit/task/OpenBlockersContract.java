package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskStatus.CANCELLED;
import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.domain.task.TaskStatus.IN_PROGRESS;
import static dev.muster.domain.task.TaskStatus.PENDING;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskGraphContract} that says what becomes of tasks when what they wait for changes. */
public interface OpenBlockersContract extends TaskGraphStage {

    private static Instant later() {
        return TestClock.START.plusSeconds(60);
    }

    @Test
    default void onlyWhatIsNotDoneCountsAsOpen() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        for (TaskStatus status : List.of(PENDING, IN_PROGRESS, COMPLETED, CANCELLED)) {
            block(task, stored(aTask(owner).state(status, TaskPriority.LOW)));
        }
        block(task, updated(stored(aTask(owner)).deleted(later())));

        assertThat(reread(task).blockers().tasks()).hasSize(5);
        assertThat(reread(task).blockers().open()).isEqualTo(2);
    }

    @Test
    default void whatIsDoneNoLongerBlocks() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task task = waitingFor(blocker);
        for (TaskStatus done : List.of(COMPLETED, CANCELLED)) {
            assertThat(reread(task).blockers().open()).isEqualTo(1);
            changeTo(blocker, done);
            assertThat(reread(task).isBlocked()).isFalse();
            changeTo(blocker, PENDING);
        }

        assertThat(reread(task).isBlocked()).isTrue();
    }

    @Test
    default void whatGoesToTheTrashNoLongerBlocksUntilItIsRestored() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task task = waitingFor(blocker);
        Task deleted = updated(blocker.deleted(later()));
        assertThat(reread(task).isBlocked()).isFalse();

        updated(deleted.restored(later()));
        assertThat(reread(task).isBlocked()).isTrue();
    }

    @Test
    default void whatIsDoneAlreadyChangesNothingInTheTrash() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner).state(COMPLETED, TaskPriority.LOW));
        Task task = reread(waitingFor(blocker));
        Task deleted = updated(blocker.deleted(later()));
        updated(deleted.restored(later()));

        assertThat(reread(task)).isEqualTo(task);
    }

    @Test
    default void whoeverWaitsIsChangedWithWhatItWaitsFor() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task task = reread(waitingFor(blocker));
        Task other = reread(waitingFor(blocker));
        Task stranger = stored(aTask(owner));
        updated(blocker.with(aTask(owner).state(COMPLETED, TaskPriority.LOW).details(), null, later()));

        for (Task waiting : List.of(task, other)) {
            Task freed = reread(waiting);
            assertThat(freed.version()).isEqualTo(waiting.version() + 1);
            assertThat(freed.updatedAt()).isEqualTo(later());
            assertThat(freed.blockers()).isEqualTo(new Blockers(List.of(blocker.id()), 0));
        }
        assertThat(reread(stranger)).isEqualTo(stranger);
    }

    @Test
    default void otherChangesOfABlockerChangeNobodyElse() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task task = reread(waitingFor(blocker));
        updated(blocker.with(
                aTask(owner)
                        .title("Renamed")
                        .state(IN_PROGRESS, TaskPriority.URGENT)
                        .details(),
                null,
                later()));

        assertThat(reread(task)).isEqualTo(task);
    }

    @Test
    default void everyOpenBlockerCounts() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        List<Task> blockers =
                Stream.generate(() -> stored(aTask(owner))).limit(3).toList();
        blockers.forEach(blocker -> block(task, blocker));
        writeAs(
                owner,
                () -> tasks().updateAll(blockers.subList(0, 2).stream()
                        .map(blocker -> blocker.deleted(later()))
                        .toList()));
        assertThat(reread(task).blockers().open()).isEqualTo(1);

        unblock(task, blockers.getLast());
        assertThat(reread(task).blockers().open()).isZero();
        unblock(task, blockers.getFirst());
        assertThat(reread(task).blockers())
                .isEqualTo(new Blockers(List.of(blockers.get(1).id()), 0));
    }

    @Test
    default void storedTaskKeepsItsBlockersWhateverAChangeTellsOfThem() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task waiting = reread(waitingFor(blocker));
        updated(InMemoryTasks.blockedBy(waiting.with(waiting.details(), null, later()), Blockers.NONE));

        assertThat(reread(waiting).blockers()).isEqualTo(waiting.blockers());
    }

    @Test
    default void whatIsUndoneChangesNobody() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task task = reread(waitingFor(blocker));
        Task other = stored(aTask(owner));
        assertThatThrownBy(() -> writeAs(owner, () -> {
                    tasks().update(blocker.deleted(later()));
                    graph().block(owner, other.id(), task.id());
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(reread(task)).isEqualTo(task);
        assertThat(reread(other)).isEqualTo(other);
    }

    private Task waitingFor(Task blocker) {
        Task task = stored(aTask(blocker.owner()));
        block(task, blocker);
        return task;
    }

    private void changeTo(Task task, TaskStatus status) {
        Task now = reread(task);
        updated(now.with(aTask(task.owner()).state(status, TaskPriority.LOW).details(), null, later()));
    }
}
