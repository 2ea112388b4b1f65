package dev.muster.domain.session;

import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * Who a request speaks for.
 *
 * @param permissions what they may do beyond their own belongings
 * @param signedInAt when the session began, which it does by a password only
 * @param expiresAt when the session ends at the latest
 */
public record Principal(
        UserId user, SessionId session, Set<Permission> permissions, Instant signedInAt, Instant expiresAt) {

    public Principal {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws Denied with PERMISSION_MISSING if they may not */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Denied(SharedError.PERMISSION_MISSING, "This needs the permission " + permission.code() + ".");
        }
    }
}
