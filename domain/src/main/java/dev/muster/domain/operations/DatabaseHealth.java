package dev.muster.domain.operations;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the database is (requirement E10). Works outside a unit of work. */
@FunctionalInterface
public interface DatabaseHealth {

    /** Asks the database; never throws and never waits longer than two seconds for its answer. */
    Status check();

    /**
     * The state of database and pool.
     *
     * @param reachable whether the database answered
     * @param latency of a trivial statement, connection taken from the pool included; null if unreachable
     * @param serverVersion such as {@code 18.6}; null if unreachable
     * @param schemaVersion of the newest migration applied; null if unreachable
     * @param cacheHitRatio of the database's buffer cache, 0 to 1; null if unreachable or nothing was read yet
     * @param pool the connections
     */
    record Status(
            boolean reachable,
            @Nullable Duration latency,
            @Nullable String serverVersion,
            @Nullable String schemaVersion,
            @Nullable Double cacheHitRatio,
            Pool pool) {}

    /**
     * The connection pool.
     *
     * @param active connections at work
     * @param idle connections ready for work
     * @param waiting threads that wait for one
     * @param max connections there may be
     */
    record Pool(int active, int idle, int waiting, int max) {}
}
