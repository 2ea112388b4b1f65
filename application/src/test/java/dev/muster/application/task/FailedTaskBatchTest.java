package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.in;
import static dev.muster.application.task.TaskStage.of;
import static dev.muster.application.task.TaskStage.retitled;
import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.application.task.TaskOperation.Change;
import dev.muster.application.task.TaskOperation.Create;
import dev.muster.application.task.TaskOperation.Delete;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Violation;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskStatus;
import dev.muster.testkit.project.ProjectFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a batch is refused for: it names the operation, and leaves nothing. */
final class FailedTaskBatchTest {

    private final TaskStage stage = new TaskStage();
    private final Task task = stage.task("Task");

    @Test
    void unknownTaskIsNamed() {
        TaskId unknown = new TaskId(stage.stamps.nextId());

        assertFails("/operations/1/id", TaskError.TASK_NOT_FOUND, new Delete(unknown, null));
        assertFails("/operations/1/id", TaskError.TASK_NOT_FOUND, new Change(unknown, null, retitled("Nothing")));
    }

    @Test
    void taskInTheTrashIsNamed() {
        stage.deleteTask.delete(stage.ann, task.id(), null);

        assertFails("/operations/1/id", TaskError.TASK_NOT_FOUND, new Delete(task.id(), null));
    }

    @Test
    void staleVersionIsNamed() {
        stage.change(task, retitled("Newer"));

        assertFails("/operations/1/version", SharedError.STALE_VERSION, new Change(task.id(), 1L, retitled("Old")));
        assertFails("/operations/1/version", SharedError.STALE_VERSION, new Delete(task.id(), 3L));
    }

    @Test
    void blockedTaskIsNamed() {
        Task other = stage.task("Other");
        stage.blockTask.block(stage.ann, task.id(), other.id(), null);

        assertFails("/operations/1", TaskError.TASK_BLOCKED, new Change(task.id(), null, of(TaskStatus.COMPLETED)));
    }

    @Test
    void taskThatIsOpenedAgainBlocksInTheSameBatch() {
        Task other = stage.change(stage.task("Other"), of(TaskStatus.COMPLETED));
        stage.blockTask.block(stage.ann, task.id(), other.id(), null);

        assertFails(
                "/operations/2",
                TaskError.TASK_BLOCKED,
                new Change(other.id(), null, of(TaskStatus.PENDING)),
                new Change(task.id(), null, of(TaskStatus.COMPLETED)));
    }

    @Test
    void invalidChangeIsNamedToTheMember() {
        assertInvalid("/operations/1/task/title", FieldError.REQUIRED, new Change(task.id(), null, old -> {
            throw Invalid.at("/title", FieldError.REQUIRED, "must not be empty");
        }));
    }

    @Test
    void unknownPlaceIsNamed() {
        TaskPlace noProject = new TaskPlace(ProjectFixture.nextId(), null);
        TaskPlace noParent = new TaskPlace(null, new TaskId(stage.stamps.nextId()));

        assertInvalid(
                "/operations/1/task/project_id",
                ProjectError.PROJECT_NOT_FOUND,
                new Create(in(noProject).apply(titled("New"))));
        assertInvalid(
                "/operations/1/task/parent_id", TaskError.PARENT_NOT_FOUND, new Change(task.id(), null, in(noParent)));
    }

    @Test
    void parentThatGoesToTheTrashEarlierIsNoParent() {
        TaskPlace below = new TaskPlace(null, task.id());

        assertInvalid(
                "/operations/2/task/parent_id",
                TaskError.PARENT_NOT_FOUND,
                new Delete(task.id(), null),
                new Create(in(below).apply(titled("Part"))));
    }

    @Test
    void movesThatMakeACircleAreNamed() {
        Task other = stage.task("Other");

        assertInvalid(
                "/operations/2/task/parent_id",
                TaskError.PARENT_CYCLE,
                new Change(task.id(), null, in(new TaskPlace(null, other.id()))),
                new Change(other.id(), null, in(new TaskPlace(null, task.id()))));
    }

    @Test
    void partsThatGoTooDeepAreNamed() {
        List<Task> chain = stage.chain(TaskGraph.MAX_DEPTH);
        TaskPlace below = new TaskPlace(null, chain.getLast().id());

        assertInvalid(
                "/operations/2/task/parent_id",
                TaskError.TOO_DEEP,
                new Create(in(new TaskPlace(null, task.id())).apply(titled("Part"))),
                new Change(task.id(), null, in(below)));
    }

    @Test
    void refusedBatchTakesNoNumber() {
        Project kan = stage.project(stage.ann, "KAN");
        TaskOperation create = new Create(in(new TaskPlace(kan.id(), null)).apply(titled("New")));

        assertFails(
                "/operations/2/id",
                TaskError.TASK_NOT_FOUND,
                create,
                new Delete(new TaskId(stage.stamps.nextId()), null));

        assertThat(stage.applyTaskBatch
                        .apply(stage.ann, new TaskBatch(List.of(create)))
                        .getFirst()
                        .key())
                .hasToString("KAN-1");
    }

    @Test
    void everyTaskComesOnce() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new TaskBatch(List.of(
                        new Delete(task.id(), null),
                        new Create(titled("Between")),
                        new Change(task.id(), null, retitled("Twice")))))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::pointer, Violation::code)
                        .containsExactly(tuple("/2/id", TaskError.TASK_REPEATED)));
    }

    @Test
    void batchHasOneToAHundredOperations() {
        List<TaskOperation> tooMany = Collections.nCopies(101, new Create(titled("One of many")));

        TaskStage.assertInvalid("", FieldError.TOO_MANY, () -> new TaskBatch(tooMany));
        TaskStage.assertInvalid("", FieldError.REQUIRED, () -> new TaskBatch(List.of()));
    }

    private void assertInvalid(String pointer, ErrorCode code, TaskOperation... after) {
        Failure failure = failed(after);
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(Violation::pointer, Violation::code)
                                .containsExactly(tuple(pointer, code)));
    }

    private void assertFails(String place, ErrorCode code, TaskOperation... after) {
        Failure failure = failed(after);
        assertThat(failure.place()).isEqualTo(place);
        assertThat(failure.code()).isEqualTo(code);
    }

    /** The failure of a batch that first makes a task, which has to be gone thereafter. */
    private Failure failed(TaskOperation... after) {
        long before = stage.queries.count(stage.ann, TaskFilter.LIVE);
        Task untouched = stage.stored(task);
        List<TaskOperation> operations = new ArrayList<>(List.of(new Create(titled("Leaves nothing"))));
        operations.addAll(List.of(after));

        Failure failure = catchThrowableOfType(
                Failure.class, () -> stage.applyTaskBatch.apply(stage.ann, new TaskBatch(operations)));

        assertThat(failure).isNotNull();
        assertThat(stage.queries.count(stage.ann, TaskFilter.LIVE)).isEqualTo(before);
        assertThat(stage.stored(task)).isEqualTo(untouched);
        return failure;
    }
}
