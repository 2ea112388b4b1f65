package dev.muster.application.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.Task;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.task.TaskFixture;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The use cases of projects over ports in memory, for one test, with two people who don't know of each other. */
final class ProjectStage {

    final InMemoryMuster ports = new InMemoryMuster();
    final Stamps stamps = new Stamps(ports.ids, ports.clock);
    final ProjectQueries queries = new ProjectQueries(ports.unitOfWork, ports.projects);
    final CreateProject createProject = new CreateProject(ports.unitOfWork, ports.projects, stamps);
    final ChangeProject changeProject =
            new ChangeProject(ports.unitOfWork, queries, ports.projects, ports.tasks, stamps);
    final DeleteProject deleteProject =
            new DeleteProject(ports.unitOfWork, ports.projects, ports.tasks, ports.taskDirectory, stamps);
    final UserId ann = new UserId(stamps.nextId());
    final UserId bob = new UserId(stamps.nextId());

    /** A project of Ann's. */
    Project project(String key) {
        return createProject.create(ann, details(key));
    }

    /** The first task of a project. */
    Task task(Project project) {
        Task task = TaskFixture.aTask(ann).in(project, 1).build();
        return ports.unitOfWork.writeOne(ann.asActor(), () -> {
            ports.tasks.insert(task);
            return task;
        });
    }

    Task stored(Task task) {
        return ports.unitOfWork
                .read(ann.asActor(), () -> ports.tasks.find(ann, task.id()))
                .orElseThrow();
    }

    static ProjectDetails details(String key) {
        return new ProjectDetails(new ProjectKey(key), new ProjectName("Garden"), "Beds", "Latin", ProjectStatus.DRAFT);
    }

    static UnaryOperator<ProjectDetails> named(String name) {
        return old ->
                new ProjectDetails(old.key(), new ProjectName(name), old.description(), old.language(), old.status());
    }

    static UnaryOperator<ProjectDetails> keyed(String key) {
        return old ->
                new ProjectDetails(new ProjectKey(key), old.name(), old.description(), old.language(), old.status());
    }

    static UnaryOperator<ProjectDetails> of(ProjectStatus status) {
        return old -> new ProjectDetails(old.key(), old.name(), old.description(), old.language(), status);
    }

    static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(call)
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(ProjectError.PROJECT_NOT_FOUND));
    }

    static void assertStale(ThrowingCallable call) {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(call)
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
    }

    static void assertConflict(ProjectError code, ThrowingCallable call) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(call)
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
    }
}
