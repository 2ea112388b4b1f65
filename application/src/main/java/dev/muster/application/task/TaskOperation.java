package dev.muster.application.task;

import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One of the things that a batch does, as {@link CreateTask}, {@link ChangeTask} and {@link DeleteTask} do them. */
public sealed interface TaskOperation {

    /** Makes a task. */
    record Create(TaskDetails details) implements TaskOperation {}

    /**
     * Changes a task.
     *
     * @param expectedVersion the version that the caller knows, or null for any
     * @param change from the stored details to the wanted ones; may be applied more than once
     */
    record Change(TaskId id, @Nullable Long expectedVersion, UnaryOperator<TaskDetails> change)
            implements TaskOperation {}

    /**
     * Puts a task into the trash.
     *
     * @param expectedVersion the version that the caller knows, or null for any
     */
    record Delete(TaskId id, @Nullable Long expectedVersion) implements TaskOperation {}
}
