package dev.muster.application.user;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.util.Map;

/** Removes a deleted account with everything of the person, for good (requirements A11, B3). */
public final class EraseUser {

    private final Administration administration;
    private final AdministeredUsers accounts;
    private final Users users;

    public EraseUser(Administration administration, AdministeredUsers accounts, Users users) {
        this.administration = administration;
        this.accounts = accounts;
        this.users = users;
    }

    /**
     * Removes it. The entries about the person stay in the audit log, without the person.
     *
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     * @throws Conflict with ILLEGAL_TRANSITION if it is not deleted
     */
    public void erase(Principal principal, UserId id) {
        principal.require(Permission.USERS_WRITE);
        accounts.act(principal, id, null, (deleted, now) -> {
            if (!users.erase(id)) {
                throw new Conflict(UserError.ILLEGAL_TRANSITION, "Only an account that was deleted can be erased.");
            }
            administration.record(AuditAction.USER_ERASED, principal, null, Map.of());
            return id;
        });
    }
}
