package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertInvalid;
import static dev.muster.application.task.TaskStage.assertStale;
import static dev.muster.application.task.TaskStage.in;
import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPlace;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.shared.Race;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** {@link ChangeTask} where it changes where a task belongs. */
final class MoveTaskTest {

    private final TaskStage stage = new TaskStage();

    @Test
    void taskBecomesAPartAndIsNoneAgain() {
        Task whole = stage.task("Whole");
        Task task = stage.task("Task");

        Task part = stage.change(task, below(whole));
        assertThat(part.details().place().parent()).isEqualTo(whole.id());
        assertThat(part.version()).isEqualTo(2);

        assertThat(stage.change(task, in(TaskPlace.NONE)).details()).isEqualTo(task.details());
        assertThat(stage.stored(task).version()).isEqualTo(3);
    }

    @Test
    void samePlaceKeepsTheVersion() {
        Task part = stage.part(stage.task("Whole"));

        assertThat(stage.change(part, in(part.details().place()))).isEqualTo(part);
    }

    @Test
    void taskIsNoPartOfItselfOrOfItsParts() {
        List<Task> chain = stage.chain(3);

        chain.forEach(part ->
                assertInvalid("/parent_id", TaskError.PARENT_CYCLE, () -> stage.change(chain.getFirst(), below(part))));
        assertThat(stage.stored(chain.getFirst())).isEqualTo(chain.getFirst());
    }

    @Test
    void partsGoWithTheirWholeUntilTheyAreTooDeep() {
        Task above = stage.chain(3).getLast();
        List<Task> moved = stage.chain(3);

        stage.change(moved.getFirst(), below(above));

        assertInvalid(
                "/parent_id",
                TaskError.TOO_DEEP,
                () -> stage.change(stage.chain(TaskGraph.MAX_DEPTH).getFirst(), below(above)));
        assertInvalid("/parent_id", TaskError.TOO_DEEP, () -> stage.part(moved.getLast()));
    }

    @Test
    void parentHasToBeALiveTaskOfOnesOwn() {
        Task task = stage.task("Task");
        Task trashed = stage.task("Trashed");
        stage.deleteTask.delete(stage.ann, trashed.id(), null);
        TaskId bobs = stage.createTask.create(stage.bob, titled("Bob's")).id();

        for (TaskId parent : List.of(trashed.id(), bobs, new TaskId(stage.stamps.nextId()))) {
            assertInvalid(
                    "/parent_id",
                    TaskError.PARENT_NOT_FOUND,
                    () -> stage.change(task, in(new TaskPlace(null, parent))));
        }
    }

    @Test
    void everyProjectGivesAKeyOfItsOwn() {
        Project kan = stage.project(stage.ann, "KAN");
        Project pot = stage.project(stage.ann, "POT");
        Task task = stage.task("Task");

        assertThat(stage.change(task, in(project(kan))).key()).hasToString("KAN-1");
        assertThat(stage.change(task, TaskStage.retitled("Same project")).key()).hasToString("KAN-1");
        assertThat(stage.change(task, in(project(pot))).key()).hasToString("POT-1");
        assertThat(stage.change(task, in(TaskPlace.NONE)).key()).isNull();
        assertThat(stage.change(task, in(project(kan))).key()).hasToString("KAN-2");
    }

    @Test
    void partKeepsItsKeyWhenItsParentChanges() {
        Project kan = stage.project(stage.ann, "KAN");
        Task task = stage.change(stage.task("Task"), in(project(kan)));

        Task moved = stage.change(
                task, in(new TaskPlace(kan.id(), stage.task("Whole").id())));

        assertThat(moved.key()).isEqualTo(task.key());
    }

    @Test
    void projectHasToBeOnesOwn() {
        Task task = stage.task("Task");
        Project bobs = stage.project(stage.bob, "BOB");

        for (Project project : List.of(bobs, ProjectFixture.aProject(stage.ann).build())) {
            assertInvalid(
                    "/project_id", ProjectError.PROJECT_NOT_FOUND, () -> stage.change(task, in(project(project))));
        }
    }

    @Test
    void staleMoveIsRefusedAndTakesNoNumber() {
        Project kan = stage.project(stage.ann, "KAN");
        Task task = stage.task("Task");
        stage.change(task, TaskStage.retitled("Newer"));

        assertStale(() -> stage.changeTask.change(stage.ann, task.id(), 1L, in(project(kan))));

        assertThat(stage.change(task, in(project(kan))).key()).hasToString("KAN-1");
    }

    @Test
    void ofTwoThatBecomePartsOfEachOtherOneIsRefused() {
        Task one = stage.task("One");
        Task other = stage.task("Other");

        List<Race.Outcome<Task>> outcomes =
                Race.of(2, thread -> thread == 0 ? stage.change(one, below(other)) : stage.change(other, below(one)));

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
    }

    private static UnaryOperator<TaskDetails> below(Task parent) {
        return in(new TaskPlace(null, parent.id()));
    }

    private static TaskPlace project(Project project) {
        return new TaskPlace(project.id(), null);
    }
}
