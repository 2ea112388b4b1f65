package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertNotFound;
import static dev.muster.application.task.TaskStage.assertStale;
import static dev.muster.application.task.TaskStage.labelled;
import static dev.muster.application.task.TaskStage.of;
import static dev.muster.application.task.TaskStage.retitled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ChangeTaskTest {

    private final TaskStage stage = new TaskStage();
    private final Task task = stage.task("Write");

    @Test
    void changeIsStoredAsTheNextVersion() {
        stage.clock.advance(Duration.ofMinutes(1));

        Task changed = change(1L, retitled("Rewrite"));

        assertThat(changed.details().title()).isEqualTo(new TaskTitle("Rewrite"));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.updatedAt()).isEqualTo(stage.stamps.now());
        assertThat(changed.createdAt()).isEqualTo(task.createdAt());
        assertThat(stored()).isEqualTo(changed);
    }

    @Test
    void changeOfNothingKeepsTheVersion() {
        stage.clock.advance(Duration.ofMinutes(1));

        assertThat(change(null, UnaryOperator.identity())).isEqualTo(task);
        assertThat(stored()).isEqualTo(task);
    }

    @Test
    void completedTaskHasTheTimeOfItsCompletion() {
        stage.clock.advance(Duration.ofMinutes(1));
        Instant completion = stage.stamps.now();

        assertThat(change(null, of(TaskStatus.COMPLETED)).completedAt()).isEqualTo(completion);

        stage.clock.advance(Duration.ofMinutes(1));
        assertThat(change(null, retitled("Done")).completedAt()).isEqualTo(completion);
    }

    @Test
    void taskThatIsTakenUpAgainLosesTheTimeOfItsCompletion() {
        change(null, of(TaskStatus.COMPLETED));

        assertThat(change(null, of(TaskStatus.IN_PROGRESS)).completedAt()).isNull();
        assertThat(stored().completedAt()).isNull();
    }

    @Test
    void staleVersionIsRefused() {
        change(1L, retitled("First"));

        assertStale(() -> change(1L, retitled("Second")));
        assertThat(stored().details().title()).isEqualTo(new TaskTitle("First"));
    }

    @Test
    void versionThatIsNotThereYetIsRefused() {
        assertStale(() -> change(2L, retitled("Too early")));
    }

    @Test
    void invalidChangeStoresNothing() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> change(null, retitled("")));
        assertThat(stored()).isEqualTo(task);
    }

    @Test
    void taskOfSomeoneElseIsNotFoundAndNotChanged() {
        assertNotFound(() -> stage.changeTask.change(stage.bob, task.id(), null, retitled("Stolen")));
        assertNotFound(() -> stage.changeTask.change(stage.bob, task.id(), 1L, retitled("Stolen")));
        assertThat(stored()).isEqualTo(task);
    }

    @Test
    void unknownTaskIsNotFound() {
        TaskId unknown = new TaskId(stage.stamps.nextId());

        assertNotFound(() -> stage.changeTask.change(stage.ann, unknown, null, retitled("Nothing")));
    }

    @Test
    void taskInTheTrashIsNotFound() {
        stage.deleteTask.delete(stage.ann, task.id(), null);

        assertNotFound(() -> change(null, retitled("Too late")));
    }

    @Test
    void taskThatGoesToTheTrashMeanwhileIsNotFound() {
        assertNotFound(() -> change(null, old -> {
            stage.deleteTask.delete(stage.ann, task.id(), null);
            return retitled("Too late").apply(old);
        }));
    }

    @Test
    void changesAtOnceWithoutExpectedVersionAllSurvive() {
        int threads = 8;

        Race.values(Race.of(threads, thread -> change(null, oneMoreLabel("label " + thread))));

        assertThat(stored().version()).isEqualTo(1 + threads);
        assertThat(stored().details().labels().values()).hasSize(threads).doesNotHaveDuplicates();
    }

    @Test
    void ofManyChangesOfOneExpectedVersionOneIsStored() {
        List<Race.Outcome<Task>> outcomes = Race.of(thread -> change(1L, retitled("Thread " + thread)));

        List<Race.Outcome<Task>> won =
                outcomes.stream().filter(Race.Outcome::succeeded).toList();
        assertThat(won).hasSize(1);
        assertThat(stored()).isEqualTo(won.getFirst().value());
    }

    private static UnaryOperator<TaskDetails> oneMoreLabel(String label) {
        return old -> labelled(new Labels(Stream.concat(old.labels().values().stream(), Stream.of(label))
                        .toList()))
                .apply(old);
    }

    private Task change(Long expectedVersion, UnaryOperator<TaskDetails> change) {
        return stage.changeTask.change(stage.ann, task.id(), expectedVersion, change);
    }

    private Task stored() {
        return stage.queries.require(stage.ann, task.id());
    }
}
