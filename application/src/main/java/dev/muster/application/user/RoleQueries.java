package dev.muster.application.user;

import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.UserError;
import java.util.List;

/** Reads of roles, by those who may see accounts. */
public final class RoleQueries {

    private final UnitOfWork unitOfWork;
    private final Roles roles;

    public RoleQueries(UnitOfWork unitOfWork, Roles roles) {
        this.unitOfWork = unitOfWork;
        this.roles = roles;
    }

    /** All of them, by name; no more than there can be. */
    public List<RoleDefinition> findAll(Principal principal) {
        principal.require(Permission.USERS_READ);
        return unitOfWork.read(principal.user().asActor(), roles::findAll);
    }

    /**
     * One of them.
     *
     * @throws NotFound with ROLE_NOT_FOUND
     */
    public RoleDefinition require(Principal principal, Role name) {
        principal.require(Permission.USERS_READ);
        return unitOfWork
                .read(principal.user().asActor(), () -> roles.find(name))
                .orElseThrow(RoleQueries::notFound);
    }

    static NotFound notFound() {
        return new NotFound(UserError.ROLE_NOT_FOUND, "There is no such role.");
    }
}
