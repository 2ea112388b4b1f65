package dev.muster.domain.task;

import java.util.Map;

/**
 * Tasks in numbers (requirement C7). Every status and priority has its entry.
 *
 * @param points sums of story points by status; tasks without points add nothing
 * @param overdue how many are open and were due before now
 * @param blocked how many are open and wait for a task that is not done
 */
public record TaskSummary(
        Map<TaskStatus, Long> statuses,
        Map<TaskPriority, Long> priorities,
        Map<TaskStatus, Long> points,
        long overdue,
        long blocked) {

    public TaskSummary {
        statuses = Map.copyOf(statuses);
        priorities = Map.copyOf(priorities);
        points = Map.copyOf(points);
    }
}
