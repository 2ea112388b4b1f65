package dev.muster.domain.task;

import java.time.Instant;

/**
 * Everybody's tasks in numbers, without those of deleted accounts.
 *
 * @param tasks those that are not in the trash
 * @param deleted how many are in the trash
 * @param created made in the days before, in the trash or not
 * @param completed completed in the days before, and still so; not in the trash
 * @param asOf when it was counted
 */
public record TaskStatistics(TaskSummary tasks, long deleted, Recently created, Recently completed, Instant asOf) {

    /** Counts of the last 1, 7 and 30 times 24 hours. */
    public record Recently(long day, long week, long month) {}
}
