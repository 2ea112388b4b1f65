package dev.muster.web.operations;

import dev.muster.domain.operations.DatabaseHealth;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The database and the pool of connections to it. What is only known from the database is null while it is away.
 *
 * @param reachable whether it answered
 * @param latencyMs how long a trivial statement took, in milliseconds
 * @param serverVersion such as 18.6
 * @param schemaVersion of the newest migration
 * @param cacheHitRatio of its buffer cache, 0 to 1
 * @param connections the pool
 */
@Schema(name = "DatabaseHealth")
public record DatabaseResponse(
        boolean reachable,
        @Nullable Double latencyMs,
        @Nullable String serverVersion,
        @Nullable String schemaVersion,
        @Nullable Double cacheHitRatio,
        ConnectionsResponse connections) {

    /**
     * The pool.
     *
     * @param active connections at work
     * @param idle connections ready for work
     * @param waiting threads that wait for one
     * @param max connections there may be
     */
    @Schema(name = "Connections")
    public record ConnectionsResponse(int active, int idle, int waiting, int max) {}

    static DatabaseResponse from(DatabaseHealth.Status status) {
        DatabaseHealth.Pool pool = status.pool();
        Duration latency = status.latency();
        return new DatabaseResponse(
                status.reachable(),
                latency == null ? null : latency.toNanos() / 1_000 / 1_000.0,
                status.serverVersion(),
                status.schemaVersion(),
                status.cacheHitRatio(),
                new ConnectionsResponse(pool.active(), pool.idle(), pool.waiting(), pool.max()));
    }
}
