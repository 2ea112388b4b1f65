package dev.muster.application.user;

import dev.muster.application.session.EndSessions;
import dev.muster.application.session.RecentSignIn;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;

/** Signs somebody out everywhere (requirement A5). */
public final class EndUserSessions {

    private final AdministeredUsers accounts;
    private final EndSessions endSessions;
    private final RecentSignIn recentSignIn;

    public EndUserSessions(AdministeredUsers accounts, EndSessions endSessions, RecentSignIn recentSignIn) {
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.recentSignIn = recentSignIn;
    }

    /**
     * Ends all sessions of an account. Their own needs a recent sign-in.
     *
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     */
    public void end(Principal principal, UserId id) {
        principal.require(Permission.USERS_WRITE);
        recentSignIn.requireOver(principal, id);
        endSessions.endAllBy(
                principal.user(), id, EndReason.ENDED_BY_ADMIN, now -> accounts.require(principal, id, null));
    }
}
