package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes a task; completing it is one such change, moving it another (requirements C1, C3, C4). */
public final class ChangeTask {

    private final UnitOfWork unitOfWork;
    private final TaskQueries queries;
    private final Tasks tasks;
    private final TaskPlaces places;
    private final Stamps stamps;

    public ChangeTask(UnitOfWork unitOfWork, TaskQueries queries, Tasks tasks, TaskPlaces places, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.tasks = tasks;
        this.places = places;
        this.stamps = stamps;
    }

    /**
     * Changes a task that is not in the trash. A change that changes nothing leaves the version as it is. In another
     * project it gets another key; its parts stay where they are.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @param change from the stored details to the wanted ones; may be applied more than once
     * @return the task as stored
     * @throws dev.muster.domain.shared.NotFound with TASK_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with TASK_BLOCKED if it would be completed while it waits for another
     * @throws dev.muster.domain.shared.Invalid with PARENT_NOT_FOUND, PARENT_CYCLE or TOO_DEEP at {@code /parent_id} or
     *     PROJECT_NOT_FOUND at {@code /project_id} if it can't go there
     */
    public Task change(
            UserId owner, TaskReference reference, @Nullable Long expectedVersion, UnaryOperator<TaskDetails> change) {
        return Versions.changing(expectedVersion, () -> {
            Task task = queries.require(owner, reference);
            Versions.require(expectedVersion, task.version());
            TaskDetails wanted = change.apply(task.details());
            if (wanted.equals(task.details())) {
                return task;
            }
            return wanted.place().equals(task.details().place())
                    ? unitOfWork.writeOne(owner.asActor(), () -> store(task, wanted, task.key()))
                    : unitOfWork.write(owner.asActor(), () -> move(task, wanted));
        });
    }

    private Task move(Task task, TaskDetails wanted) {
        TaskId parent = wanted.place().parent();
        if (!Objects.equals(parent, task.details().place().parent())) {
            places.lock(task.owner());
            if (parent != null) {
                places.requireParent(task.owner(), parent, task.id());
            }
        }
        ProjectId project = wanted.place().project();
        boolean stays = Objects.equals(project, task.details().place().project());
        return store(task, wanted, stays ? task.key() : places.keyIn(task.owner(), project));
    }

    private Task store(Task task, TaskDetails wanted, @Nullable TaskKey key) {
        Task changed = task.with(wanted, key, stamps.now());
        tasks.update(changed);
        return changed;
    }
}
