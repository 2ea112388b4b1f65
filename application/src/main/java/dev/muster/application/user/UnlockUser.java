package dev.muster.application.user;

import dev.muster.application.session.RecentSignIn;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.util.Map;

/** Ends the lock that wrong passwords have brought upon an account before its time (requirement A3). */
public final class UnlockUser {

    private final Administration administration;
    private final AdministeredUsers accounts;
    private final Users users;
    private final RecentSignIn recentSignIn;

    public UnlockUser(
            Administration administration, AdministeredUsers accounts, Users users, RecentSignIn recentSignIn) {
        this.administration = administration;
        this.accounts = accounts;
        this.users = users;
        this.recentSignIn = recentSignIn;
    }

    /**
     * Ends it, and forgets wrong passwords; of one that is not locked too. Their own needs a recent sign-in: else who merely
     * has their token could try passwords without end.
     *
     * @return the account as stored
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     */
    public User unlock(Principal principal, UserId id) {
        principal.require(Permission.USERS_WRITE);
        recentSignIn.requireOver(principal, id);
        return accounts.act(principal, id, null, (locked, now) -> {
            users.unlock(id, now);
            administration.record(AuditAction.USER_UNLOCKED, principal, id, Map.of());
            return accounts.require(principal, id, null);
        });
    }
}
