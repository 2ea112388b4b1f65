package dev.muster.domain.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of an export, in microseconds.
 *
 * @param createdAt when it was asked for
 * @param startedAt when it was first begun, or null
 * @param endedAt when it succeeded or was given up, or null
 * @param dueAt when it is to be begun, or from when on whoever makes it counts as dead; null when nothing is left to do
 * @param expiresAt from when on its file can't be downloaded; set exactly when there is or was one
 */
public record ExportTimes(
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant dueAt,
        @Nullable Instant expiresAt) {

    ExportTimes due(Instant at) {
        return new ExportTimes(createdAt, startedAt, null, at, null);
    }

    ExportTimes ended(Instant at, @Nullable Instant expires) {
        return new ExportTimes(createdAt, startedAt, at, null, expires);
    }
}
