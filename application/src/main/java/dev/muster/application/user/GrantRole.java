package dev.muster.application.user;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives someone a role, which counts from their next request on (requirement A12). */
public final class GrantRole {

    private final Administration administration;
    private final AdministeredUsers accounts;
    private final Roles roles;

    public GrantRole(Administration administration, AdministeredUsers accounts, Roles roles) {
        this.administration = administration;
        this.accounts = accounts;
        this.roles = roles;
    }

    /**
     * Gives it; nothing happens if they have it.
     *
     * @param expectedVersion the version of the account that the caller knows, or null to give it whatever is there
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or role or account may do more than
     *     they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND or ROLE_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public void grant(Principal principal, UserId id, Role role, @Nullable Long expectedVersion) {
        principal.require(Permission.ROLES_WRITE);
        accounts.act(principal, id, expectedVersion, (user, now) -> {
            administration.requireRole(principal, role);
            if (roles.grant(id, role)) {
                administration.record(AuditAction.ROLE_GRANTED, principal, id, Map.of("role", role.name()));
            }
            return id;
        });
    }
}
