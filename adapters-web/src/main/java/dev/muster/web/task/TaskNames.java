package dev.muster.web.task;

import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.web.shared.WireNames;

/** What the states and priorities of a task are called in the API. */
final class TaskNames {

    static final WireNames<TaskStatus> STATUS = new WireNames<>(TaskStatus.class);
    static final WireNames<TaskPriority> PRIORITY = new WireNames<>(TaskPriority.class);

    private TaskNames() {}
}
