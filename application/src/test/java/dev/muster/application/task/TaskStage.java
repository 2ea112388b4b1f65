package dev.muster.application.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.shared.TestClock;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The use cases of tasks over ports in memory, for one test, with two people who don't know of each other. */
final class TaskStage {

    private final InMemoryMuster ports = new InMemoryMuster();

    final TestClock clock = ports.clock;
    final Stamps stamps = new Stamps(ports.ids, clock);
    final UnitOfWork unitOfWork = ports.unitOfWork;
    final Tasks tasks = ports.tasks;
    final TaskQueries queries = new TaskQueries(unitOfWork, tasks);
    final CreateTask createTask = new CreateTask(unitOfWork, tasks, stamps);
    final ChangeTask changeTask = new ChangeTask(unitOfWork, queries, tasks, stamps);
    final DeleteTask deleteTask = new DeleteTask(unitOfWork, queries, tasks, stamps);
    final RestoreTask restoreTask = new RestoreTask(unitOfWork, queries, tasks, stamps);
    final UserId ann = new UserId(stamps.nextId());
    final UserId bob = new UserId(stamps.nextId());

    /** A task of Ann's. */
    Task task(String title) {
        return createTask.create(ann, titled(title), null);
    }

    static TaskDetails titled(String title) {
        return TaskDetails.titled(new TaskTitle(title));
    }

    static UnaryOperator<TaskDetails> retitled(String title) {
        return old -> new TaskDetails(
                new TaskTitle(title),
                old.description(),
                old.status(),
                old.priority(),
                old.storyPoints(),
                old.labels(),
                old.dueAt());
    }

    static UnaryOperator<TaskDetails> labelled(Labels labels) {
        return old -> new TaskDetails(
                old.title(), old.description(), old.status(), old.priority(), old.storyPoints(), labels, old.dueAt());
    }

    static UnaryOperator<TaskDetails> of(TaskStatus status) {
        return old -> new TaskDetails(
                old.title(), old.description(), status, old.priority(), old.storyPoints(), old.labels(), old.dueAt());
    }

    static UnaryOperator<TaskDetails> of(TaskPriority priority) {
        return old -> new TaskDetails(
                old.title(), old.description(), old.status(), priority, old.storyPoints(), old.labels(), old.dueAt());
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
