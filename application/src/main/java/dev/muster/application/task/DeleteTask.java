package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Puts a task into the trash (requirement C1). */
public final class DeleteTask {

    private final UnitOfWork unitOfWork;
    private final TaskQueries queries;
    private final Tasks tasks;
    private final Stamps stamps;

    public DeleteTask(UnitOfWork unitOfWork, TaskQueries queries, Tasks tasks, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.tasks = tasks;
        this.stamps = stamps;
    }

    /**
     * Puts a task into the trash.
     *
     * @param expectedVersion the version that the caller knows, or null to delete whatever is there
     * @throws dev.muster.domain.shared.NotFound with TASK_NOT_FOUND if there is none that is not in the trash
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public void delete(UserId owner, TaskReference reference, @Nullable Long expectedVersion) {
        Versions.changing(expectedVersion, () -> {
            Task task = queries.require(owner, reference);
            Versions.require(expectedVersion, task.version());
            Task deleted = task.deleted(stamps.now());
            return unitOfWork.writeOne(owner.asActor(), () -> {
                tasks.update(deleted);
                return deleted;
            });
        });
    }
}
