package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Makes a task (requirements C1, C3, C4). */
public final class CreateTask {

    private final UnitOfWork unitOfWork;
    private final Tasks tasks;
    private final TaskPlaces places;
    private final Stamps stamps;

    public CreateTask(UnitOfWork unitOfWork, Tasks tasks, TaskPlaces places, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.places = places;
        this.stamps = stamps;
    }

    /**
     * Makes a task of one's own. In a project it gets the next key.
     *
     * @throws dev.muster.domain.shared.Invalid with PARENT_NOT_FOUND at {@code /parent_id} if the parent is not one of the
     *     owner's, or is in the trash, with TOO_DEEP if it is a part of parts already, and with PROJECT_NOT_FOUND at
     *     {@code /project_id} if the project is not one of the owner's
     */
    public Task create(UserId owner, TaskDetails details) {
        TaskId id = new TaskId(stamps.nextId());
        if (details.place().equals(TaskPlace.NONE)) {
            return unitOfWork.writeOne(owner.asActor(), () -> insert(id, owner, details, null));
        }
        return unitOfWork.write(owner.asActor(), () -> {
            TaskId parent = details.place().parent();
            if (parent != null) {
                places.lock(owner);
                places.requireParent(owner, parent);
            }
            return insert(
                    id, owner, details, places.keyIn(owner, details.place().project()));
        });
    }

    private Task insert(TaskId id, UserId owner, TaskDetails details, @Nullable TaskKey key) {
        Task task = Task.created(id, owner, details, key, stamps.now());
        tasks.insert(task);
        return task;
    }
}
