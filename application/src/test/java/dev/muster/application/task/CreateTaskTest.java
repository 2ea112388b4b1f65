package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskStatus;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;

final class CreateTaskTest {

    private final TaskStage stage = new TaskStage();

    @Test
    void taskIsStoredAsItsFirstVersion() {
        TaskDetails details = titled("Write");

        Task task = stage.createTask.create(stage.ann, details, null);

        assertThat(task.owner()).isEqualTo(stage.ann);
        assertThat(task.details()).isEqualTo(details);
        assertThat(task.createdAt()).isEqualTo(stage.stamps.now());
        assertThat(task.updatedAt()).isEqualTo(task.createdAt());
        assertThat(task.version()).isEqualTo(1);
        assertThat(stage.queries.require(stage.ann, task.id())).isEqualTo(task);
    }

    @Test
    void taskThatIsCompletedAtOnceHasTheTimeOfItsCompletion() {
        TaskDetails done = TaskStage.of(TaskStatus.COMPLETED).apply(titled("Done already"));

        Task task = stage.createTask.create(stage.ann, done, null);

        assertThat(task.completedAt()).isEqualTo(stage.stamps.now());
    }

    @Test
    void taskMayBePartOfAnotherOfTheSameOwner() {
        Task story = stage.task("Story");

        Task part = stage.createTask.create(stage.ann, titled("Part"), story.id());

        assertThat(part.parent()).isEqualTo(story.id());
        assertThat(stage.queries.require(stage.ann, part.id()).parent()).isEqualTo(story.id());
    }

    @Test
    void unknownParentIsRefused() {
        assertParentRefused(new TaskId(stage.stamps.nextId()));
    }

    @Test
    void parentOfSomeoneElseIsRefusedLikeAnUnknownOne() {
        Task bobs = stage.createTask.create(stage.bob, titled("Bob's"), null);

        assertParentRefused(bobs.id());
    }

    @Test
    void parentInTheTrashIsRefused() {
        Task story = stage.task("Story");
        stage.deleteTask.delete(stage.ann, story.id(), null);

        assertParentRefused(story.id());
    }

    @Test
    void tasksMadeAtOnceAreAllStored() {
        Race.values(Race.of(thread -> stage.task("Task " + thread)));

        Page<Task> page = stage.queries.findPage(stage.ann, TaskFilter.LIVE, new PageRequest<>(100, null));
        assertThat(page.items()).hasSize(Race.THREADS).extracting(Task::id).doesNotHaveDuplicates();
    }

    private void assertParentRefused(TaskId parent) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> stage.createTask.create(stage.ann, titled("Part"), parent))
                .satisfies(invalid -> {
                    assertThat(invalid.code()).isEqualTo(FieldError.VALIDATION_FAILED);
                    assertThat(invalid.violations()).singleElement().satisfies(violation -> {
                        assertThat(violation.pointer()).isEqualTo("/parent_id");
                        assertThat(violation.code()).isEqualTo(TaskError.PARENT_NOT_FOUND);
                    });
                });
        assertThat(stage.queries.count(stage.ann, TaskFilter.LIVE)).isLessThanOrEqualTo(1);
    }
}
