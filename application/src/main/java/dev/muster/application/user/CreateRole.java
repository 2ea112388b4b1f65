package dev.muster.application.user;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserError;
import java.util.Map;
import java.util.Set;

/** Makes a role (requirement A12). */
public final class CreateRole {

    private final Administration administration;
    private final Roles roles;

    public CreateRole(Administration administration, Roles roles) {
        this.administration = administration;
        this.roles = roles;
    }

    /**
     * Makes it.
     *
     * @param permissions none that who asks lacks
     * @return the role as stored
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or it would allow more than they may
     * @throws dev.muster.domain.shared.Invalid if the description is empty or too long
     * @throws Conflict with ROLE_EXISTS or TOO_MANY_ROLES
     */
    public RoleDefinition create(Principal principal, Role name, String description, Set<Permission> permissions) {
        principal.require(Permission.ROLES_WRITE);
        administration.requireAll(principal, permissions);
        return administration.act(principal, now -> {
            if (roles.count() >= RoleDefinition.MAX_ROLES) {
                throw new Conflict(
                        UserError.TOO_MANY_ROLES, "There are " + RoleDefinition.MAX_ROLES + " roles already.");
            }
            RoleDefinition role = new RoleDefinition(name, description, permissions, now, now, 1);
            roles.insert(role);
            administration.record(AuditAction.ROLE_CREATED, principal, null, Map.of("role", name.name()));
            return role;
        });
    }
}
