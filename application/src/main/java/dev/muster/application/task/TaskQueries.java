package dev.muster.application.task;

import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;

/** Reads of one's own tasks. */
public final class TaskQueries {

    private final UnitOfWork unitOfWork;
    private final Tasks tasks;

    public TaskQueries(UnitOfWork unitOfWork, Tasks tasks) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
    }

    /**
     * A task that is not in the trash.
     *
     * @throws NotFound with TASK_NOT_FOUND if there is none, or it is someone else's
     */
    public Task require(UserId owner, TaskId id) {
        Task task = requireStored(owner, id);
        if (task.isDeleted()) {
            throw notFound();
        }
        return task;
    }

    /** A task, in the trash or not; otherwise as {@link #require}. */
    Task requireStored(UserId owner, TaskId id) {
        return unitOfWork.read(owner.asActor(), () -> tasks.find(owner, id)).orElseThrow(TaskQueries::notFound);
    }

    /** One page, newest first. */
    public Page<Task> findPage(UserId owner, TaskFilter filter, PageRequest<TaskPosition> page) {
        return unitOfWork.read(owner.asActor(), () -> tasks.findPage(owner, filter, page));
    }

    /** How many there are in all pages. */
    public long count(UserId owner, TaskFilter filter) {
        return unitOfWork.read(owner.asActor(), () -> tasks.count(owner, filter));
    }

    private static NotFound notFound() {
        return new NotFound(TaskError.TASK_NOT_FOUND, "There is no such task.");
    }
}
