package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;

/** Takes a task out of the trash (requirement C1). */
public final class RestoreTask {

    private final UnitOfWork unitOfWork;
    private final TaskQueries queries;
    private final Tasks tasks;
    private final Stamps stamps;

    public RestoreTask(UnitOfWork unitOfWork, TaskQueries queries, Tasks tasks, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.tasks = tasks;
        this.stamps = stamps;
    }

    /**
     * Takes a task out of the trash.
     *
     * @return the task as stored
     * @throws dev.muster.domain.shared.NotFound with TASK_NOT_FOUND
     * @throws Conflict with TASK_NOT_DELETED if it is not in the trash
     */
    public Task restore(UserId owner, TaskReference reference) {
        return Versions.changing(null, () -> {
            Task task = queries.requireStored(owner, reference);
            if (!task.isDeleted()) {
                throw new Conflict(TaskError.TASK_NOT_DELETED, "The task is not in the trash.");
            }
            Task restored = task.restored(stamps.now());
            return unitOfWork.writeOne(owner.asActor(), () -> {
                tasks.update(restored);
                return restored;
            });
        });
    }
}
