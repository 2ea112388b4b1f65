package dev.muster.testkit.task;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.user.UserStage;
import java.util.Optional;
import java.util.function.Supplier;

/** What the parts of the {@link TasksContract} begin with. */
public interface TaskStage extends UserStage {

    /** What is tested. */
    Tasks tasks();

    /** Stores a task on its owner's behalf. */
    default Task stored(Task task) {
        writeAs(task.owner(), () -> tasks().insert(task));
        return task;
    }

    /** Stores a changed task on its owner's behalf. */
    default Task updated(Task task) {
        writeAs(task.owner(), () -> tasks().update(task));
        return task;
    }

    /** What the owner finds. */
    default Optional<Task> find(UserId owner, TaskId id) {
        return readAs(owner, () -> tasks().find(owner, id));
    }

    /** Reads on a person's behalf. */
    default <T> T readAs(UserId actor, Supplier<T> work) {
        return unitOfWork().read(actor.asActor(), work);
    }

    /** Writes on a person's behalf. */
    default void writeAs(UserId actor, Runnable work) {
        unitOfWork().write(actor.asActor(), () -> {
            work.run();
            return true;
        });
    }
}
