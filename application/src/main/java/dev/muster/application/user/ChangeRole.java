package dev.muster.application.user;

import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserError;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes what a role is for and what it allows, which counts from the next request of everyone who has it (A12). */
public final class ChangeRole {

    private final Administration administration;
    private final Roles roles;
    private final SessionCache cache;

    public ChangeRole(Administration administration, Roles roles, SessionCache cache) {
        this.administration = administration;
        this.roles = roles;
        this.cache = cache;
    }

    /** What may be changed of a role. */
    public record Content(String description, Set<Permission> permissions) {

        public Content {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * Changes it.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @param change from the stored content to the wanted one; may be applied more than once
     * @return the role as stored
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or it allows, or would allow, more than
     *     they may
     * @throws dev.muster.domain.shared.NotFound with ROLE_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Invalid if the description is empty or too long
     * @throws Conflict with ROLE_BUILT_IN
     */
    public RoleDefinition change(
            Principal principal, Role name, @Nullable Long expectedVersion, UnaryOperator<Content> change) {
        principal.require(Permission.ROLES_WRITE);
        try {
            return Versions.changing(
                    expectedVersion,
                    () -> administration.act(principal, now -> {
                        RoleDefinition role = administration.requireRole(principal, name);
                        requireOwn(role);
                        Versions.require(expectedVersion, role.version());
                        return store(
                                principal,
                                role,
                                change.apply(new Content(role.description(), role.permissions())),
                                now);
                    }));
        } finally {
            // Also when it is not known whether it was stored.
            cache.forgetAll();
        }
    }

    private RoleDefinition store(Principal principal, RoleDefinition role, Content wanted, Instant now) {
        administration.requireAll(principal, wanted.permissions());
        RoleDefinition changed = role.with(wanted.description(), wanted.permissions(), now);
        if (changed.description().equals(role.description())
                && changed.permissions().equals(role.permissions())) {
            return role;
        }
        roles.update(changed);
        administration.record(
                AuditAction.ROLE_CHANGED,
                principal,
                null,
                Map.of("role", role.name().name()));
        return changed;
    }

    /** @throws Conflict with ROLE_BUILT_IN if every Muster has it */
    static void requireOwn(RoleDefinition role) {
        if (role.builtIn()) {
            throw new Conflict(UserError.ROLE_BUILT_IN, "The role " + role.name() + " stays as it is.");
        }
    }
}
