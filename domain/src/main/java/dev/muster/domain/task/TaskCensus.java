package dev.muster.domain.task;

/**
 * Counts the tasks of everybody. Of all that it sees it tells sums and nothing else: no task, and nobody who has one.
 * Works inside a unit of work only.
 */
public interface TaskCensus {

    /** The statistics as they were last refreshed. */
    TaskStatistics statistics();

    /**
     * Counts again, whoever acts; readers meanwhile see the counts before. Accounts that were deleted or erased since have
     * no more part in them.
     */
    void refreshStatistics();
}
