package dev.muster.testkit.task;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import java.util.function.Supplier;

/** What the parts of the {@link TaskGraphContract} begin with. */
public interface TaskGraphStage extends TaskStage {

    /** What is tested. */
    TaskGraph graph();

    default void block(Task task, Task blocker) {
        writeAs(task.owner(), () -> graph().block(task.owner(), task.id(), blocker.id()));
    }

    default void unblock(Task task, Task blocker) {
        writeAs(task.owner(), () -> graph().unblock(task.owner(), task.id(), blocker.id()));
    }

    default boolean waitsFor(Task task, Task other) {
        return readAs(task.owner(), () -> graph().waitsFor(task.owner(), task.id(), other.id()));
    }

    /** Writes under the lock of the owner, for a result. */
    default <T> T locked(UserId owner, Supplier<T> work) {
        return unitOfWork().write(owner.asActor(), () -> {
            graph().lock(owner);
            return work.get();
        });
    }

    /** Lets a task wait for another as the use case does: under the lock, if that closes no cycle. */
    default boolean blockUnlessCycle(UserId owner, TaskId task, TaskId blocker) {
        return locked(owner, () -> {
            if (task.equals(blocker) || graph().waitsFor(owner, blocker, task)) {
                return false;
            }
            graph().block(owner, task, blocker);
            return true;
        });
    }
}
