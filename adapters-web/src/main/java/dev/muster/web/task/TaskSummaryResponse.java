package dev.muster.web.task;

import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * Tasks in numbers.
 *
 * @param total how many there are
 * @param byStatus how many of each status
 * @param byPriority how many of each priority
 * @param storyPoints what their sizes come to; a task without points adds nothing
 * @param overdue how many are open and were due before now
 * @param blocked how many are open and wait for a task that is not done
 */
@Schema(name = "TaskSummary")
public record TaskSummaryResponse(
        @Schema(example = "12") long total,
        ByStatus byStatus,
        ByPriority byPriority,
        Points storyPoints,
        @Schema(example = "2") long overdue,
        @Schema(example = "1") long blocked) {

    /** A number for each status. */
    @Schema(name = "NumbersByStatus")
    public record ByStatus(
            @Schema(example = "6") long pending,
            @Schema(example = "2") long inProgress,
            @Schema(example = "3") long completed,
            @Schema(example = "1") long cancelled) {

        private static ByStatus from(Map<TaskStatus, Long> numbers) {
            return new ByStatus(
                    numbers.getOrDefault(TaskStatus.PENDING, 0L),
                    numbers.getOrDefault(TaskStatus.IN_PROGRESS, 0L),
                    numbers.getOrDefault(TaskStatus.COMPLETED, 0L),
                    numbers.getOrDefault(TaskStatus.CANCELLED, 0L));
        }
    }

    /** A number for each priority. */
    @Schema(name = "NumbersByPriority")
    public record ByPriority(
            @Schema(example = "1") long low,
            @Schema(example = "8") long medium,
            @Schema(example = "2") long high,
            @Schema(example = "1") long urgent) {

        private static ByPriority from(Map<TaskPriority, Long> numbers) {
            return new ByPriority(
                    numbers.getOrDefault(TaskPriority.LOW, 0L),
                    numbers.getOrDefault(TaskPriority.MEDIUM, 0L),
                    numbers.getOrDefault(TaskPriority.HIGH, 0L),
                    numbers.getOrDefault(TaskPriority.URGENT, 0L));
        }
    }

    /**
     * Sums of story points.
     *
     * @param total of all tasks
     * @param byStatus of those of each status
     */
    @Schema(name = "StoryPointSums")
    public record Points(@Schema(example = "34") long total, ByStatus byStatus) {

        private static Points from(Map<TaskStatus, Long> sums) {
            return new Points(sum(sums), ByStatus.from(sums));
        }
    }

    static TaskSummaryResponse from(TaskSummary summary) {
        return new TaskSummaryResponse(
                sum(summary.statuses()),
                ByStatus.from(summary.statuses()),
                ByPriority.from(summary.priorities()),
                Points.from(summary.points()),
                summary.overdue(),
                summary.blocked());
    }

    private static long sum(Map<TaskStatus, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }
}
