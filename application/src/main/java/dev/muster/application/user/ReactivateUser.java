package dev.muster.application.user;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;

/** Opens an account again that was shut, or one that was never opened (requirement A10). */
public final class ReactivateUser {

    private final AdministeredUsers accounts;

    public ReactivateUser(AdministeredUsers accounts) {
        this.accounts = accounts;
    }

    /**
     * Opens it.
     *
     * @return the account as stored
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     * @throws dev.muster.domain.shared.Conflict with ILLEGAL_TRANSITION if it is active or deleted
     */
    public User reactivate(Principal principal, UserId id) {
        principal.require(Permission.USERS_WRITE);
        return accounts.change(principal, id, AuditAction.USER_REACTIVATED, User::reactivated);
    }
}
