package dev.muster.domain.job;

import java.util.List;

/**
 * Runs jobs at their times: each on one node at a time, whichever is free, and again on another when a node dies in the
 * midst of it. What was due while no node ran is done once at the start. Thread-safe.
 */
public interface JobScheduler extends AutoCloseable {

    /** Begins with these jobs, and forgets those of former releases that are no longer among them. Called once. */
    void start(List<Job> jobs);

    /** Begins no further run, waits a bounded time for those under way, and interrupts them then. */
    @Override
    void close();
}
