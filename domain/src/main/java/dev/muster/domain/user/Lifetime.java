package dev.muster.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an account came, changed and went; times in microseconds, as the store keeps them.
 *
 * @param gdprConsentAt when processing was agreed to, or null
 * @param dataRetentionUntil until when the data is kept, or null for as long as the account lives
 * @param deletedAt when it was deleted, or null
 */
public record Lifetime(
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant gdprConsentAt,
        @Nullable Instant dataRetentionUntil,
        @Nullable Instant deletedAt) {

    /** An account made now. */
    public static Lifetime beginning(Instant now, @Nullable Instant gdprConsentAt) {
        return new Lifetime(now, now, gdprConsentAt, null, null);
    }

    Lifetime deleted(Instant now) {
        return new Lifetime(createdAt, now, gdprConsentAt, dataRetentionUntil, now);
    }

    Lifetime recovered(Instant now) {
        return new Lifetime(createdAt, now, gdprConsentAt, dataRetentionUntil, null);
    }

    Lifetime changed(Instant now) {
        return new Lifetime(createdAt, now, gdprConsentAt, dataRetentionUntil, deletedAt);
    }
}
