package dev.muster.web.task;

import dev.muster.domain.shared.NotFound;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskReference;
import dev.muster.web.shared.Uuids;
import java.util.UUID;

/** What stands for a task in a path. */
public final class TaskReferences {

    private TaskReferences() {}

    /**
     * The id or the key, in any case.
     *
     * @throws NotFound if it is neither: what can't be meant is not there
     */
    public static TaskReference of(String text) {
        UUID id = Uuids.parse(text);
        if (id != null) {
            return new TaskId(id);
        }
        return TaskKey.parse(text).orElseThrow(() -> new NotFound(TaskError.TASK_NOT_FOUND, "There is no such task."));
    }
}
