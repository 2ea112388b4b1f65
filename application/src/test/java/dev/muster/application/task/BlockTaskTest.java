package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertConflict;
import static dev.muster.application.task.TaskStage.assertNotFound;
import static dev.muster.application.task.TaskStage.assertStale;
import static dev.muster.application.task.TaskStage.of;
import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskStatus;
import dev.muster.testkit.shared.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link BlockTask} and {@link UnblockTask}. */
final class BlockTaskTest {

    private final TaskStage stage = new TaskStage();
    private final Task paint = stage.task("Paint the fence");
    private final Task buy = stage.task("Buy paint");

    @Test
    void blockedTaskIsCompletedOnlyAfterTheOther() {
        block(paint, buy, 1L);

        assertThat(stage.stored(paint).isBlocked()).isTrue();
        assertConflict(TaskError.TASK_BLOCKED, () -> stage.change(paint, of(TaskStatus.COMPLETED)));
        stage.change(paint, of(TaskStatus.IN_PROGRESS));

        stage.change(buy, of(TaskStatus.COMPLETED));
        assertThat(stage.stored(paint).isBlocked()).isFalse();
        stage.change(paint, of(TaskStatus.COMPLETED));
    }

    @Test
    void whatIsInTheTrashBlocksNothing() {
        block(paint, buy, null);

        stage.deleteTask.delete(stage.ann, buy.id(), null);
        assertThat(stage.stored(paint).isBlocked()).isFalse();

        stage.restoreTask.restore(stage.ann, buy.id());
        assertThat(stage.stored(paint).isBlocked()).isTrue();
    }

    @Test
    void secondTimeChangesNothing() {
        block(paint, buy, null);
        Task once = stage.stored(paint);

        block(paint, buy, null);

        assertThat(stage.stored(paint)).isEqualTo(once);
        assertThat(once.blockers()).isEqualTo(new Blockers(List.of(buy.id()), 1));
        assertThat(once.version()).isEqualTo(2);
    }

    @Test
    void unblockedTaskWaitsNoLonger() {
        block(paint, buy, null);

        unblock(paint, buy, 2L);
        unblock(paint, buy, 3L);

        assertThat(stage.stored(paint).blockers()).isEqualTo(Blockers.NONE);
        assertThat(stage.stored(paint).version()).isEqualTo(3);
    }

    @Test
    void taskCanBeUnblockedFromOneInTheTrash() {
        block(paint, buy, null);
        stage.deleteTask.delete(stage.ann, buy.id(), null);

        unblock(paint, buy, null);

        assertThat(stage.stored(paint).blockers()).isEqualTo(Blockers.NONE);
    }

    @Test
    void taskWaitsForNothingThatWaitsForIt() {
        Task earn = stage.task("Earn money");
        block(paint, buy, null);
        block(buy, earn, null);

        assertConflict(TaskError.DEPENDENCY_CYCLE, () -> block(paint, paint, null));
        assertConflict(TaskError.DEPENDENCY_CYCLE, () -> block(buy, paint, null));
        assertConflict(TaskError.DEPENDENCY_CYCLE, () -> block(earn, paint, null));
        assertThat(stage.stored(earn)).isEqualTo(earn);
    }

    @Test
    void taskWaitsForFiftyOthersAtMost() {
        for (int i = 0; i < Blockers.MAX_COUNT; i++) {
            block(paint, stage.task("Blocker " + i), null);
        }

        assertConflict(TaskError.TOO_MANY_BLOCKERS, () -> block(paint, buy, null));
    }

    @Test
    void bothHaveToBeLiveTasksOfOnesOwn() {
        Task bobs = stage.createTask.create(stage.bob, titled("Bob's"));
        Task trashed = stage.task("Trashed");
        stage.deleteTask.delete(stage.ann, trashed.id(), null);

        for (TaskId id : List.of(bobs.id(), trashed.id(), new TaskId(stage.stamps.nextId()))) {
            assertNotFound(() -> stage.blockTask.block(stage.ann, paint.id(), id, null));
            assertNotFound(() -> stage.blockTask.block(stage.ann, id, paint.id(), null));
            assertNotFound(() -> stage.unblockTask.unblock(stage.ann, id, paint.id(), null));
        }
        assertNotFound(() -> stage.unblockTask.unblock(stage.ann, paint.id(), bobs.id(), null));
        assertNotFound(() -> stage.blockTask.block(stage.bob, paint.id(), buy.id(), null));
        assertNotFound(() -> stage.unblockTask.unblock(stage.bob, paint.id(), buy.id(), null));
    }

    @Test
    void staleVersionIsRefused() {
        stage.change(paint, of(TaskStatus.IN_PROGRESS));

        assertStale(() -> block(paint, buy, 1L));
        block(paint, buy, 2L);
        assertStale(() -> unblock(paint, buy, 2L));
        assertThat(stage.stored(paint).isBlocked()).isTrue();
    }

    @Test
    void ofTwoThatWouldWaitForEachOtherOneIsRefused() {
        List<Race.Outcome<Boolean>> outcomes = Race.of(2, thread -> {
            if (thread == 0) {
                block(paint, buy, null);
            } else {
                block(buy, paint, null);
            }
            return true;
        });

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
    }

    private void block(Task task, Task other, Long expectedVersion) {
        stage.blockTask.block(stage.ann, task.id(), other.id(), expectedVersion);
    }

    private void unblock(Task task, Task other, Long expectedVersion) {
        stage.unblockTask.unblock(stage.ann, task.id(), other.id(), expectedVersion);
    }
}
