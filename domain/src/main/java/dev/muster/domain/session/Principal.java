package dev.muster.domain.session;

import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * Who a request speaks for.
 *
 * @param expiresAt when the session ends at the latest
 */
public record Principal(UserId user, SessionId session, Set<Role> roles, Instant expiresAt) {

    public Principal {
        roles = Set.copyOf(roles);
    }
}
