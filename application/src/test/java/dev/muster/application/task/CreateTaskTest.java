package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertInvalid;
import static dev.muster.application.task.TaskStage.in;
import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskStatus;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.shared.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CreateTaskTest {

    private final TaskStage stage = new TaskStage();

    @Test
    void taskIsStoredAsItsFirstVersion() {
        TaskDetails details = titled("Write");

        Task task = stage.createTask.create(stage.ann, details);

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

        Task task = stage.createTask.create(stage.ann, done);

        assertThat(task.completedAt()).isEqualTo(stage.stamps.now());
    }

    @Test
    void taskMayBePartOfAnotherOfTheSameOwner() {
        Task story = stage.task("Story");

        Task part = stage.part(story);

        assertThat(part.details().place().parent()).isEqualTo(story.id());
        assertThat(stage.stored(part)).isEqualTo(part);
    }

    @Test
    void unknownParentIsRefused() {
        assertParentRefused(new TaskId(stage.stamps.nextId()));
    }

    @Test
    void parentOfSomeoneElseIsRefusedLikeAnUnknownOne() {
        Task bobs = stage.createTask.create(stage.bob, titled("Bob's"));

        assertParentRefused(bobs.id());
    }

    @Test
    void parentInTheTrashIsRefused() {
        Task story = stage.task("Story");
        stage.deleteTask.delete(stage.ann, story.id(), null);

        assertParentRefused(story.id());
    }

    @Test
    void partsOfPartsGoDownFiveLevels() {
        Task deepest = stage.chain(TaskGraph.MAX_DEPTH + 1).getLast();

        assertInvalid("/parent_id", TaskError.TOO_DEEP, () -> stage.part(deepest));
    }

    @Test
    void tasksOfAProjectGetItsKeysOneByOne() {
        Project project = stage.project(stage.ann, "KAN");

        assertThat(inProject(project.id()).key()).hasToString("KAN-1");
        Task second = inProject(project.id());
        assertThat(second.key()).hasToString("KAN-2");
        assertThat(stage.stored(second)).isEqualTo(second);
    }

    @Test
    void tasksMadeAtOnceGetKeysOfTheirOwn() {
        Project project = stage.project(stage.ann, "KAN");

        List<Task> made = Race.values(Race.of(thread -> inProject(project.id())));

        assertThat(made)
                .extracting(Task::key)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, Race.THREADS)
                        .mapToObj(number -> new TaskKey(project.details().key(), number))
                        .toList());
    }

    @Test
    void archivedProjectTakesTasksToo() {
        Project project = stage.project(ProjectFixture.aProject(stage.ann)
                .status(ProjectStatus.ARCHIVED)
                .build());

        assertThat(inProject(project.id()).key()).isNotNull();
    }

    @Test
    void projectThatIsNotOnesOwnIsRefused() {
        ProjectId bobs = stage.project(stage.bob, "BOB").id();

        for (ProjectId project : List.of(bobs, ProjectFixture.nextId())) {
            assertInvalid("/project_id", ProjectError.PROJECT_NOT_FOUND, () -> inProject(project));
        }
        assertThat(stage.queries.count(stage.ann, TaskFilter.LIVE)).isZero();
    }

    @Test
    void numberOfATaskThatIsRefusedIsGivenToTheNext() {
        Project project = stage.project(stage.ann, "KAN");
        TaskPlace nowhere = new TaskPlace(project.id(), new TaskId(stage.stamps.nextId()));

        assertInvalid(
                "/parent_id",
                TaskError.PARENT_NOT_FOUND,
                () -> stage.createTask.create(stage.ann, in(nowhere).apply(titled("Nowhere"))));

        assertThat(inProject(project.id()).key()).hasToString("KAN-1");
    }

    @Test
    void tasksMadeAtOnceAreAllStored() {
        Race.values(Race.of(thread -> stage.task("Task " + thread)));

        assertThat(stage.queries.count(stage.ann, TaskFilter.LIVE)).isEqualTo(Race.THREADS);
    }

    private Task inProject(ProjectId project) {
        return stage.createTask.create(
                stage.ann, in(new TaskPlace(project, null)).apply(titled("In a project")));
    }

    private void assertParentRefused(TaskId parent) {
        assertInvalid(
                "/parent_id",
                TaskError.PARENT_NOT_FOUND,
                () -> stage.createTask.create(
                        stage.ann, in(new TaskPlace(null, parent)).apply(titled("Part"))));
        assertThat(stage.queries.count(stage.ann, TaskFilter.LIVE)).isLessThanOrEqualTo(1);
    }
}
