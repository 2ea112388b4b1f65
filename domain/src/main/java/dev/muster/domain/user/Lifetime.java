package dev.muster.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an account came, changed and went; times in microseconds, as the store keeps them.
 *
 * @param gdprConsentAt when processing was agreed to, or null
 * @param dataRetentionUntil until when the data is kept, or null for as long as the account lives
 * @param deletion when and out of which state it was deleted, or null
 */
public record Lifetime(
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant gdprConsentAt,
        @Nullable Instant dataRetentionUntil,
        @Nullable Deletion deletion) {

    /**
     * That an account was deleted.
     *
     * @param from the state that it was in, which a recovery brings back
     */
    public record Deletion(Instant at, UserStatus from) {}

    /** An account made now. */
    public static Lifetime beginning(Instant now, @Nullable Instant gdprConsentAt) {
        return new Lifetime(now, now, gdprConsentAt, null, null);
    }

    /** When it was deleted, or null. */
    public @Nullable Instant deletedAt() {
        return deletion == null ? null : deletion.at();
    }

    Lifetime deleted(Instant now, UserStatus from) {
        return new Lifetime(createdAt, now, gdprConsentAt, dataRetentionUntil, new Deletion(now, from));
    }

    Lifetime recovered(Instant now) {
        return new Lifetime(createdAt, now, gdprConsentAt, dataRetentionUntil, null);
    }

    Lifetime changed(Instant now) {
        return new Lifetime(createdAt, now, gdprConsentAt, dataRetentionUntil, deletion);
    }
}
