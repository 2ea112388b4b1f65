package dev.muster.persistence.job;

import java.time.Duration;

/**
 * How fast a node reacts.
 *
 * @param poll how often it looks for jobs that are due
 * @param heartbeat how often it notes that it still runs what it runs; others look for the dead at every second one
 * @param forget how long after its time a job is removed that this release does not have. Not at once: while releases change,
 *     nodes of both run, and the older must not remove what the newer has brought
 * @param patience how long {@code close} waits for runs under way, and once more after it has interrupted them
 */
record Pace(Duration poll, Duration heartbeat, Duration forget, Duration patience) {

    /** So many heartbeats missed, and a node counts as dead; the least that the library allows. */
    static final int HEARTBEATS_MISSED = 4;

    /** A run of a node that died is taken up 15 to 31 seconds later; a close takes 22 seconds at the very most. */
    static final Pace DEFAULT =
            new Pace(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofDays(14), Duration.ofSeconds(5));
}
