package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskStatus;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RestoreTaskTest {

    private final TaskStage stage = new TaskStage();
    private final Task task = stage.task("Write");

    @Test
    void restoredTaskIsAsItWas() {
        stage.deleteTask.delete(stage.ann, task.id(), null);
        stage.clock.advance(Duration.ofMinutes(1));

        Task restored = stage.restoreTask.restore(stage.ann, task.id());

        assertThat(restored.deletedAt()).isNull();
        assertThat(restored.details()).isEqualTo(task.details());
        assertThat(restored.updatedAt()).isEqualTo(stage.stamps.now());
        assertThat(restored.version()).isEqualTo(3);
        assertThat(stage.queries.require(stage.ann, task.id())).isEqualTo(restored);
    }

    @Test
    void completedTaskKeepsTheTimeOfItsCompletion() {
        Task completed = stage.changeTask.change(stage.ann, task.id(), null, TaskStage.of(TaskStatus.COMPLETED));
        stage.deleteTask.delete(stage.ann, task.id(), null);
        stage.clock.advance(Duration.ofMinutes(1));

        assertThat(stage.restoreTask.restore(stage.ann, task.id()).completedAt())
                .isEqualTo(completed.completedAt());
    }

    @Test
    void taskThatIsNotInTheTrashIsRefused() {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> stage.restoreTask.restore(stage.ann, task.id()))
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(TaskError.TASK_NOT_DELETED));
        assertThat(stage.queries.require(stage.ann, task.id())).isEqualTo(task);
    }

    @Test
    void taskOfSomeoneElseIsNotFoundInTheTrashOrOutOfIt() {
        assertNotFound(() -> stage.restoreTask.restore(stage.bob, task.id()));

        stage.deleteTask.delete(stage.ann, task.id(), null);

        assertNotFound(() -> stage.restoreTask.restore(stage.bob, task.id()));
        assertThat(stage.queries.requireStored(stage.ann, task.id()).isDeleted())
                .isTrue();
    }

    @Test
    void unknownTaskIsNotFound() {
        assertNotFound(() -> stage.restoreTask.restore(stage.ann, new TaskId(stage.stamps.nextId())));
    }

    @Test
    void ofManyAtOnceOneRestores() {
        stage.deleteTask.delete(stage.ann, task.id(), null);

        List<Race.Outcome<Task>> outcomes = Race.of(thread -> stage.restoreTask.restore(stage.ann, task.id()));

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
        assertThat(stage.queries.require(stage.ann, task.id()).version()).isEqualTo(3);
    }
}
