package dev.muster.application.project;

import static dev.muster.application.project.ProjectStage.assertConflict;
import static dev.muster.application.project.ProjectStage.assertNotFound;
import static dev.muster.application.project.ProjectStage.assertStale;
import static dev.muster.application.project.ProjectStage.named;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
import dev.muster.testkit.shared.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeleteProjectTest {

    private final ProjectStage stage = new ProjectStage();
    private final Project project = stage.project("KAN");

    @Test
    void deletedProjectIsGoneAndItsKeyIsFree() {
        stage.deleteProject.delete(stage.ann, project.id(), 1L);

        assertNotFound(() -> stage.queries.require(stage.ann, project.id()));
        assertNotFound(() -> stage.queries.require(stage.ann, new ProjectKey("KAN")));
        stage.project("KAN");
    }

    @Test
    void projectWithATaskStays() {
        storedTask(false);

        assertConflict(ProjectError.PROJECT_NOT_EMPTY, () -> stage.deleteProject.delete(stage.ann, project.id(), null));
        assertThat(stage.queries.require(stage.ann, project.id())).isEqualTo(project);
    }

    @Test
    void tasksInTheTrashBelongToNoProjectAnyMore() {
        Task trashed = storedTask(true);

        stage.deleteProject.delete(stage.ann, project.id(), null);

        assertThat(stage.ports.unitOfWork.read(
                        stage.ann.asActor(), () -> stage.ports.tasks.find(stage.ann, trashed.id())))
                .hasValueSatisfying(left -> {
                    assertThat(left.key()).isNull();
                    assertThat(left.details().place()).isEqualTo(TaskPlace.NONE);
                    assertThat(left.version()).isEqualTo(trashed.version() + 1);
                });
    }

    @Test
    void staleVersionIsRefused() {
        stage.changeProject.change(stage.ann, project.id(), null, named("Orchard"));

        assertStale(() -> stage.deleteProject.delete(stage.ann, project.id(), 1L));
        assertThat(stage.queries.require(stage.ann, project.id()).deletedAt()).isNull();
    }

    @Test
    void projectOfSomeoneElseIsNotFoundAndStays() {
        assertNotFound(() -> stage.deleteProject.delete(stage.bob, project.id(), null));
        assertThat(stage.queries.require(stage.ann, project.id())).isEqualTo(project);
    }

    @Test
    void secondTimeIsNotFound() {
        stage.deleteProject.delete(stage.ann, project.id(), null);

        assertNotFound(() -> stage.deleteProject.delete(stage.ann, project.id(), null));
    }

    @Test
    void ofManyAtOnceOneDeletes() {
        List<Race.Outcome<Boolean>> outcomes = Race.of(thread -> {
            stage.deleteProject.delete(stage.ann, project.id(), null);
            return true;
        });

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
    }

    private Task storedTask(boolean trashed) {
        Task task = aTask(stage.ann)
                .in(project.id(), new TaskKey(project.details().key(), 1))
                .build();
        Task stored = trashed ? task.deleted(stage.stamps.now()) : task;
        stage.ports.unitOfWork.write(stage.ann.asActor(), () -> {
            stage.ports.tasks.insert(task);
            if (trashed) {
                stage.ports.tasks.update(stored);
            }
            return stored;
        });
        return stored;
    }
}
