package dev.muster.application.user;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a role from someone, which counts from their next request on (requirement A12). */
public final class WithdrawRole {

    private final Administration administration;
    private final AdministeredUsers accounts;
    private final Roles roles;
    private final LastAdmin lastAdmin;

    public WithdrawRole(Administration administration, AdministeredUsers accounts, Roles roles, LastAdmin lastAdmin) {
        this.administration = administration;
        this.accounts = accounts;
        this.roles = roles;
        this.lastAdmin = lastAdmin;
    }

    /**
     * Takes it; nothing happens if they don't have it.
     *
     * @param expectedVersion the version of the account that the caller knows, or null to take it whatever is there
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or role or account may do more than
     *     they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND or ROLE_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with LAST_ADMIN
     */
    public void withdraw(Principal principal, UserId id, Role role, @Nullable Long expectedVersion) {
        principal.require(Permission.ROLES_WRITE);
        accounts.act(principal, id, expectedVersion, (user, now) -> {
            administration.requireRole(principal, role);
            if (role.equals(Role.ADMIN)) {
                lastAdmin.requireOtherThan(id);
            }
            if (roles.withdraw(id, role)) {
                administration.record(AuditAction.ROLE_WITHDRAWN, principal, id, Map.of("role", role.name()));
            }
            return id;
        });
    }
}
