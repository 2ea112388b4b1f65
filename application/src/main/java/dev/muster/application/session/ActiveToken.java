package dev.muster.application.session;

import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Username;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a token that is good at the moment.
 *
 * @param accessTokenId the {@code jti} of an access token, or null for a refresh token
 */
public record ActiveToken(
        @Nullable UUID accessTokenId,
        UserId user,
        Username username,
        SessionId session,
        Instant issuedAt,
        Instant expiresAt) {}
