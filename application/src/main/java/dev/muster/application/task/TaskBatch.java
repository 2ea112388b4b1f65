package dev.muster.application.task;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Violations;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be done together, one after the other: 1 to 100 operations, each about another task (requirement C6). */
public record TaskBatch(List<TaskOperation> operations) {

    public static final int MAX_OPERATIONS = 100;

    /** @throws Invalid if there is none, or too many, or with TASK_REPEATED at the {@code /id} of each that comes again */
    public TaskBatch {
        requireCount(operations.size());
        operations = List.copyOf(operations);
        requireEachOnce(operations);
    }

    /** @throws Invalid unless it is 1 to 100 */
    public static void requireCount(int operations) {
        if (operations < 1) {
            throw Invalid.value(FieldError.REQUIRED, "must not be empty");
        }
        if (operations > MAX_OPERATIONS) {
            throw Invalid.value(FieldError.TOO_MANY, "must be at most " + MAX_OPERATIONS);
        }
    }

    /** The task that an operation is about, or null for one that makes it. */
    static @Nullable TaskId named(TaskOperation operation) {
        return switch (operation) {
            case TaskOperation.Create create -> null;
            case TaskOperation.Change change -> change.id();
            case TaskOperation.Delete delete -> delete.id();
        };
    }

    private static void requireEachOnce(List<TaskOperation> operations) {
        var check = new Violations();
        Set<TaskId> seen = new HashSet<>();
        for (int i = 0; i < operations.size(); i++) {
            TaskId id = named(operations.get(i));
            if (id != null && !seen.add(id)) {
                check.add("/" + i + "/id", TaskError.TASK_REPEATED, "must be another task than those before");
            }
        }
        check.throwIfAny();
    }
}
