package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Makes a task (requirement C1). */
public final class CreateTask {

    private final UnitOfWork unitOfWork;
    private final Tasks tasks;
    private final Stamps stamps;

    public CreateTask(UnitOfWork unitOfWork, Tasks tasks, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.stamps = stamps;
    }

    /**
     * Makes a task of one's own.
     *
     * @param parent the task that it is a part of, or null
     * @throws Invalid with PARENT_NOT_FOUND at {@code /parent_id} if the parent is not one of the owner's, or is in the
     *     trash
     */
    public Task create(UserId owner, TaskDetails details, @Nullable TaskId parent) {
        Task task = Task.created(new TaskId(stamps.nextId()), owner, parent, details, stamps.now());
        if (parent != null) {
            requireLive(owner, parent);
        }
        return unitOfWork.writeOne(owner.asActor(), () -> {
            tasks.insert(task);
            return task;
        });
    }

    private void requireLive(UserId owner, TaskId parent) {
        boolean live = unitOfWork
                .read(owner.asActor(), () -> tasks.find(owner, parent))
                .filter(found -> !found.isDeleted())
                .isPresent();
        if (!live) {
            throw Invalid.at("/parent_id", TaskError.PARENT_NOT_FOUND, "must be the id of one of your tasks");
        }
    }
}
