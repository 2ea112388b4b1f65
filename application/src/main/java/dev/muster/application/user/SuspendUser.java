package dev.muster.application.user;

import dev.muster.application.session.EndSessions;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;

/** Shuts an account: its sessions end at once, and nobody signs in to it (requirement A10). */
public final class SuspendUser {

    private final AdministeredUsers accounts;
    private final LastAdmin lastAdmin;
    private final EndSessions endSessions;
    private final RecentSignIn recentSignIn;

    public SuspendUser(
            AdministeredUsers accounts, LastAdmin lastAdmin, EndSessions endSessions, RecentSignIn recentSignIn) {
        this.accounts = accounts;
        this.lastAdmin = lastAdmin;
        this.endSessions = endSessions;
        this.recentSignIn = recentSignIn;
    }

    /**
     * Shuts it. Their own needs a recent sign-in, as the end of all its sessions does.
     *
     * @return the account as stored
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     * @throws dev.muster.domain.shared.Conflict with LAST_ADMIN; with ILLEGAL_TRANSITION if it is suspended or deleted
     */
    public User suspend(Principal principal, UserId id) {
        principal.require(Permission.USERS_WRITE);
        recentSignIn.requireOver(principal, id);
        return Versions.changing(
                null,
                () -> endSessions.endAllBy(principal.user(), id, EndReason.ACCOUNT_SUSPENDED, now -> {
                    User user = accounts.require(principal, id, null);
                    lastAdmin.requireOtherThan(user);
                    return accounts.store(principal, user.suspended(now), AuditAction.USER_SUSPENDED);
                }));
    }
}
