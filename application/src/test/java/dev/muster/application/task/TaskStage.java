package dev.muster.application.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The use cases of tasks over ports in memory, for one test, with two people who don't know of each other. */
final class TaskStage {

    private final InMemoryMuster ports = new InMemoryMuster();

    final TestClock clock = ports.clock;
    final Stamps stamps = new Stamps(ports.ids, clock);
    final UnitOfWork unitOfWork = ports.unitOfWork;
    final Tasks tasks = ports.tasks;
    final TaskQueries queries = new TaskQueries(unitOfWork, tasks, ports.taskDirectory, ports.projects, stamps);
    final TaskPlaces places = new TaskPlaces(tasks, ports.projects, ports.taskGraph);
    final CreateTask createTask = new CreateTask(unitOfWork, tasks, places, stamps);
    final ChangeTask changeTask = new ChangeTask(unitOfWork, queries, tasks, places, stamps);
    final DeleteTask deleteTask = new DeleteTask(unitOfWork, queries, tasks, stamps);
    final RestoreTask restoreTask = new RestoreTask(unitOfWork, queries, tasks, stamps);
    final BlockTask blockTask = new BlockTask(unitOfWork, queries, ports.taskGraph);
    final UnblockTask unblockTask = new UnblockTask(unitOfWork, queries, ports.taskGraph);
    final ApplyTaskBatch applyTaskBatch = new ApplyTaskBatch(unitOfWork, tasks, places, stamps);
    final UserId ann = new UserId(stamps.nextId());
    final UserId bob = new UserId(stamps.nextId());

    /** A task of Ann's. */
    Task task(String title) {
        return createTask.create(ann, titled(title));
    }

    /** A part of a task of Ann's. */
    Task part(Task whole) {
        return createTask.create(ann, in(new TaskPlace(null, whole.id())).apply(titled("Part")));
    }

    /** Tasks of Ann's, each a part of the one before. */
    List<Task> chain(int length) {
        List<Task> chain = new ArrayList<>(List.of(task("Root")));
        while (chain.size() < length) {
            chain.add(part(chain.getLast()));
        }
        return chain;
    }

    /** A project of someone's. */
    Project project(UserId owner, String key) {
        return project(ProjectFixture.aProject(owner).key(key).build());
    }

    /** A project as it is given, stored. */
    Project project(Project project) {
        return unitOfWork.writeOne(project.owner().asActor(), () -> {
            ports.projects.insert(project);
            return project;
        });
    }

    /** A task of Ann's as it is now. */
    Task stored(Task task) {
        return queries.requireStored(ann, task.id());
    }

    Task change(Task task, UnaryOperator<TaskDetails> change) {
        return changeTask.change(ann, task.id(), null, change);
    }

    static TaskDetails titled(String title) {
        return TaskDetails.titled(new TaskTitle(title));
    }

    static UnaryOperator<TaskDetails> retitled(String title) {
        return old -> with(old, new TaskTitle(title), old.status(), old.priority(), old.labels());
    }

    static UnaryOperator<TaskDetails> labelled(Labels labels) {
        return old -> with(old, old.title(), old.status(), old.priority(), labels);
    }

    static UnaryOperator<TaskDetails> of(TaskStatus status) {
        return old -> with(old, old.title(), status, old.priority(), old.labels());
    }

    static UnaryOperator<TaskDetails> of(TaskPriority priority) {
        return old -> with(old, old.title(), old.status(), priority, old.labels());
    }

    static UnaryOperator<TaskDetails> in(TaskPlace place) {
        return old -> new TaskDetails(
                old.title(),
                old.description(),
                old.status(),
                old.priority(),
                old.storyPoints(),
                old.labels(),
                old.dueAt(),
                place);
    }

    private static TaskDetails with(
            TaskDetails old, TaskTitle title, TaskStatus status, TaskPriority priority, Labels labels) {
        return new TaskDetails(
                title, old.description(), status, priority, old.storyPoints(), labels, old.dueAt(), old.place());
    }

    static void assertConflict(TaskError code, ThrowingCallable call) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(call)
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
    }

    /** That one value is wrong, at a place. */
    static void assertInvalid(String pointer, ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(call)
                .satisfies(invalid -> assertThat(invalid.violations())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.pointer()).isEqualTo(pointer);
                            assertThat(violation.code()).isEqualTo(code);
                        }));
    }

    static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(call)
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(TaskError.TASK_NOT_FOUND));
    }

    static void assertStale(ThrowingCallable call) {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(call)
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
    }
}
