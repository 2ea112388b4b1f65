package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes a task; completing it is one such change (requirement C1). */
public final class ChangeTask {

    private final UnitOfWork unitOfWork;
    private final TaskQueries queries;
    private final Tasks tasks;
    private final Stamps stamps;

    public ChangeTask(UnitOfWork unitOfWork, TaskQueries queries, Tasks tasks, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.tasks = tasks;
        this.stamps = stamps;
    }

    /**
     * Changes a task that is not in the trash. A change that changes nothing leaves the version as it is.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @param change from the stored details to the wanted ones; may be applied more than once
     * @return the task as stored
     * @throws dev.muster.domain.shared.NotFound with TASK_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public Task change(UserId owner, TaskId id, @Nullable Long expectedVersion, UnaryOperator<TaskDetails> change) {
        return Versions.changing(expectedVersion, () -> {
            Task task = queries.require(owner, id);
            Versions.require(expectedVersion, task.version());
            TaskDetails wanted = change.apply(task.details());
            return wanted.equals(task.details()) ? task : store(task.with(wanted, stamps.now()));
        });
    }

    private Task store(Task changed) {
        return unitOfWork.writeOne(changed.owner().asActor(), () -> {
            tasks.update(changed);
            return changed;
        });
    }
}
