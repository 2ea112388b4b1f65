package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How administrators act: in units of work of their own, never beyond what they may themselves, and on the record
 * (requirements A12, B1).
 */
public final class Administration {

    private final UnitOfWork unitOfWork;
    private final Roles roles;
    private final Notices notices;

    public Administration(UnitOfWork unitOfWork, Roles roles, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.roles = roles;
        this.notices = notices;
    }

    /** Does work at the time given, as one; in the unit of work of theirs that the caller is in, if there is one. */
    <T> T act(Principal principal, Function<Instant, T> work) {
        return unitOfWork.write(principal.user().asActor(), () -> work.apply(notices.now()));
    }

    /**
     * Nobody gives, takes or changes more than they have: else whoever hands out roles would have every permission.
     *
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they lack one of them
     */
    void requireAll(Principal principal, Set<Permission> permissions) {
        permissions.stream().sorted().forEach(principal::require);
    }

    /**
     * Nobody acts on an account that may do more than they: else whoever moves an administrator's address is one, after a
     * reset of the password. Asked inside the unit of work that acts, after the account was read.
     *
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if the account has a permission that they lack
     */
    void requireOver(Principal principal, UserId account) {
        requireAll(principal, roles.findPermissions(account));
    }

    /**
     * A role that they may give, take and change.
     *
     * @throws dev.muster.domain.shared.NotFound with ROLE_NOT_FOUND
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if it allows what they may not
     */
    RoleDefinition requireRole(Principal principal, Role name) {
        RoleDefinition role = roles.find(name).orElseThrow(RoleQueries::notFound);
        requireAll(principal, role.permissions());
        return role;
    }

    /** What the work leaves besides. */
    Notices notices() {
        return notices;
    }

    /** Records what they do, as {@link dev.muster.application.audit.Audit#record}. */
    void record(AuditAction action, Principal principal, @Nullable UserId subject, Map<String, String> details) {
        notices.audit().record(action, principal.user(), subject, details);
    }
}
