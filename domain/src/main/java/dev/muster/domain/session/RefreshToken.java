package dev.muster.domain.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as it is stored: its hash and its place in the line of its session (requirement A4).
 *
 * @param family the same for all tokens that came of one sign-in
 * @param expiresAt its end when it is not used
 * @param usedAt when it was exchanged for its successor, or null
 * @param replacedBy its successor, or null
 * @param end when and why it was ended before its time, or null
 */
public record RefreshToken(
        UUID id,
        SessionId session,
        UUID family,
        TokenHash hash,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable UUID replacedBy,
        Session.@Nullable End end) {

    /** The first of a session, and of a family. */
    public static RefreshToken first(UUID id, Session session, TokenHash hash, SessionPolicy policy) {
        return issued(id, session, id, hash, session.createdAt(), policy);
    }

    /** The one that follows this one. */
    public RefreshToken successor(UUID successorId, Session of, TokenHash secret, Instant now, SessionPolicy policy) {
        return issued(successorId, of, family, secret, now, policy);
    }

    private static RefreshToken issued(
            UUID id, Session session, UUID family, TokenHash hash, Instant now, SessionPolicy policy) {
        Instant idle = now.plus(policy.idleLife());
        Instant expires = idle.isBefore(session.expiresAt()) ? idle : session.expiresAt();
        return new RefreshToken(id, session.id(), family, hash, now, expires, null, null, null);
    }
}
