package dev.muster.domain.session;

import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What an access token says (RFC 9068, section 2.2); times in whole seconds.
 *
 * @param id the {@code jti}
 * @param issuedAt the {@code iat}
 * @param expiresAt the {@code exp}
 */
public record AccessToken(
        UUID id, UserId subject, SessionId session, Set<Role> roles, Instant issuedAt, Instant expiresAt) {

    public AccessToken {
        roles = Set.copyOf(roles);
    }
}
