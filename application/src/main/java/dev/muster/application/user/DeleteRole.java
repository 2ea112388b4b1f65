package dev.muster.application.user;

import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes a role that nobody has (requirement A12). */
public final class DeleteRole {

    private final Administration administration;
    private final Roles roles;

    public DeleteRole(Administration administration, Roles roles) {
        this.administration = administration;
        this.roles = roles;
    }

    /**
     * Removes it.
     *
     * @param expectedVersion the version that the caller knows, or null to remove whatever is there
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or it allows more than they may
     * @throws dev.muster.domain.shared.NotFound with ROLE_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with ROLE_BUILT_IN; with ROLE_IN_USE if someone has it, deleted accounts
     *     included
     */
    public void delete(Principal principal, Role name, @Nullable Long expectedVersion) {
        principal.require(Permission.ROLES_WRITE);
        administration.act(principal, now -> {
            RoleDefinition role = administration.requireRole(principal, name);
            ChangeRole.requireOwn(role);
            Versions.require(expectedVersion, role.version());
            if (!roles.delete(name)) {
                throw RoleQueries.notFound();
            }
            administration.record(AuditAction.ROLE_DELETED, principal, null, Map.of("role", name.name()));
            return role;
        });
    }
}
