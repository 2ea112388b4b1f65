package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertNotFound;
import static dev.muster.application.task.TaskStage.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeleteTaskTest {

    private final TaskStage stage = new TaskStage();
    private final Task task = stage.task("Write");

    @Test
    void deletedTaskIsFoundInTheTrashOnly() {
        stage.clock.advance(Duration.ofMinutes(1));

        stage.deleteTask.delete(stage.ann, task.id(), 1L);

        assertNotFound(() -> stage.queries.require(stage.ann, task.id()));
        Task deleted = stage.queries.requireStored(stage.ann, task.id());
        assertThat(deleted.deletedAt()).isEqualTo(stage.stamps.now());
        assertThat(deleted.version()).isEqualTo(2);
        assertThat(deleted.details()).isEqualTo(task.details());
    }

    @Test
    void staleVersionIsRefused() {
        stage.changeTask.change(stage.ann, task.id(), null, TaskStage.retitled("Rewrite"));

        assertStale(() -> stage.deleteTask.delete(stage.ann, task.id(), 1L));
        assertThat(stage.queries.require(stage.ann, task.id()).isDeleted()).isFalse();
    }

    @Test
    void secondTimeIsNotFound() {
        stage.deleteTask.delete(stage.ann, task.id(), null);

        assertNotFound(() -> stage.deleteTask.delete(stage.ann, task.id(), null));
        assertNotFound(() -> stage.deleteTask.delete(stage.ann, task.id(), 2L));
    }

    @Test
    void taskOfSomeoneElseIsNotFoundAndStays() {
        assertNotFound(() -> stage.deleteTask.delete(stage.bob, task.id(), null));
        assertThat(stage.queries.require(stage.ann, task.id())).isEqualTo(task);
    }

    @Test
    void unknownTaskIsNotFound() {
        assertNotFound(() -> stage.deleteTask.delete(stage.ann, new TaskId(stage.stamps.nextId()), null));
    }

    @Test
    void partsOfADeletedTaskStay() {
        Task part = stage.part(task);

        stage.deleteTask.delete(stage.ann, task.id(), null);

        assertThat(stage.queries.require(stage.ann, part.id())).isEqualTo(part);
    }

    @Test
    void ofManyAtOnceOneDeletes() {
        List<Race.Outcome<Boolean>> outcomes = Race.of(thread -> {
            stage.deleteTask.delete(stage.ann, task.id(), null);
            return true;
        });

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
        assertThat(stage.queries.requireStored(stage.ann, task.id()).version()).isEqualTo(2);
    }
}
