package dev.muster.domain.idempotency;

import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request that carries a key wants: to be the one that is run for it.
 *
 * @param key names caller and key, without telling either; the same for every repeat
 * @param fingerprint of the whole request, without telling anything of it
 * @param number another for every request, repeats included
 * @param user with whose account the key goes, or null
 * @param at when the request came, in microseconds
 */
public record KeyClaim(
        String key,
        String fingerprint,
        UUID number,
        @Nullable UserId user,
        Instant at) {

    /** How long a key is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** How long a request has its key for itself; one that takes longer may lose it, and can't write any more then. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    public Instant leaseUntil() {
        return at.plus(LEASE);
    }

    public Instant expiresAt() {
        return at.plus(KEPT);
    }
}
