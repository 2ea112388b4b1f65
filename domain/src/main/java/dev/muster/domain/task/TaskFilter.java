package dev.muster.domain.task;

import java.util.Set;

/**
 * Which of a person's tasks are meant.
 *
 * @param statuses any of these, or any at all if empty
 * @param priorities any of these, or any at all if empty
 * @param deleted those in the trash, or those that are not
 */
public record TaskFilter(Set<TaskStatus> statuses, Set<TaskPriority> priorities, boolean deleted) {

    /** Every task that is not in the trash. */
    public static final TaskFilter LIVE = new TaskFilter(Set.of(), Set.of(), false);

    public TaskFilter {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
    }

    /** Whether the task is meant. */
    public boolean accepts(Task task) {
        return task.isDeleted() == deleted
                && (statuses.isEmpty() || statuses.contains(task.details().status()))
                && (priorities.isEmpty() || priorities.contains(task.details().priority()));
    }
}
