package dev.muster.domain.session;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person signed in on a device (requirement A5).
 *
 * @param lastUsedAt when it was last begun or refreshed
 * @param expiresAt its end at the latest, whatever its use
 * @param end when and why it was ended before its time, or null
 */
public record Session(
        SessionId id,
        UserId user,
        Device device,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable End end) {

    /** A session that begins now. */
    public static Session begun(SessionId id, UserId user, Device device, Instant now, SessionPolicy policy) {
        return new Session(id, user, device, now, now, now.plus(policy.absoluteLife()), null);
    }

    /** Whether it still speaks for the person. */
    public boolean isLive(Instant now) {
        return end == null && now.isBefore(expiresAt);
    }

    /** When and why a session was ended. */
    public record End(Instant at, EndReason reason) {}
}
