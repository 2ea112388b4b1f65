package dev.muster.application.user;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;

/** Undoes the deletion of an account, whenever it was, as long as it is there (requirement A11). */
public final class RestoreUser {

    private final AdministeredUsers accounts;

    public RestoreUser(AdministeredUsers accounts) {
        this.accounts = accounts;
    }

    /**
     * Undoes it; the account is in the state that it was in before.
     *
     * @return the account as stored
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     * @throws dev.muster.domain.shared.Conflict with ILLEGAL_TRANSITION if it is not deleted; with EMAIL_TAKEN or
     *     USERNAME_TAKEN if someone else has its address or name by now
     */
    public User restore(Principal principal, UserId id) {
        principal.require(Permission.USERS_WRITE);
        return accounts.change(principal, id, AuditAction.USER_RECOVERED, User::recovered);
    }
}
