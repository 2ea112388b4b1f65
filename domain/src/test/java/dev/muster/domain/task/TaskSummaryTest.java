package dev.muster.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TaskSummaryTest {

    @Test
    void countingOnDoesNotChangeIt() {
        Map<TaskStatus, Long> statuses = new EnumMap<>(Map.of(TaskStatus.PENDING, 1L));
        Map<TaskPriority, Long> priorities = new EnumMap<>(Map.of(TaskPriority.HIGH, 1L));
        Map<TaskStatus, Long> points = new EnumMap<>(Map.of(TaskStatus.PENDING, 5L));
        var summary = new TaskSummary(statuses, priorities, points, 1, 0);
        statuses.put(TaskStatus.PENDING, 2L);
        priorities.clear();
        points.put(TaskStatus.COMPLETED, 8L);

        assertThat(summary.statuses()).containsExactly(Map.entry(TaskStatus.PENDING, 1L));
        assertThat(summary.priorities()).containsExactly(Map.entry(TaskPriority.HIGH, 1L));
        assertThat(summary.points()).containsExactly(Map.entry(TaskStatus.PENDING, 5L));
    }
}
