package dev.muster.web.task;

import dev.muster.domain.task.TaskStatistics;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Everybody's tasks in numbers, without those of deleted accounts; those in the trash count where it is said.
 *
 * @param total how many there are
 * @param byStatus how many of each status
 * @param byPriority how many of each priority
 * @param storyPoints what their sizes come to; a task without points adds nothing
 * @param overdue how many are open and were due before
 * @param blocked how many are open and wait for a task that is not done
 * @param deleted how many are in the trash
 * @param created made in the time before, in the trash or not
 * @param completed completed in the time before, and still so
 * @param asOf when it was counted
 */
@Schema(name = "TaskStatistics")
public record TaskStatisticsResponse(
        @Schema(example = "12") long total,
        TaskSummaryResponse.ByStatus byStatus,
        TaskSummaryResponse.ByPriority byPriority,
        TaskSummaryResponse.Points storyPoints,
        @Schema(example = "2") long overdue,
        @Schema(example = "1") long blocked,
        @Schema(example = "4") long deleted,
        Recently created,
        Recently completed,
        @Schema(example = "2026-03-01T09:15:00Z") Instant asOf) {

    /**
     * How many there were in the time before.
     *
     * @param lastDay in the last 24 hours
     * @param lastWeek in the last 7 times 24 hours
     * @param lastMonth in the last 30 times 24 hours
     */
    @Schema(name = "RecentTasks")
    public record Recently(
            @Schema(example = "1") long lastDay,
            @Schema(example = "3") long lastWeek,
            @Schema(example = "9") long lastMonth) {

        private static Recently from(TaskStatistics.Recently counts) {
            return new Recently(counts.day(), counts.week(), counts.month());
        }
    }

    static TaskStatisticsResponse from(TaskStatistics statistics) {
        TaskSummaryResponse tasks = TaskSummaryResponse.from(statistics.tasks());
        return new TaskStatisticsResponse(
                tasks.total(),
                tasks.byStatus(),
                tasks.byPriority(),
                tasks.storyPoints(),
                tasks.overdue(),
                tasks.blocked(),
                statistics.deleted(),
                Recently.from(statistics.created()),
                Recently.from(statistics.completed()),
                statistics.asOf());
    }
}
