package dev.muster.application.user;

import dev.muster.application.session.EndSessions;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;

/** Signs somebody out everywhere (requirement A5). */
public final class EndUserSessions {

    private final AdministeredUsers accounts;
    private final EndSessions endSessions;

    public EndUserSessions(AdministeredUsers accounts, EndSessions endSessions) {
        this.accounts = accounts;
        this.endSessions = endSessions;
    }

    /**
     * Ends all sessions of an account.
     *
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     */
    public void end(Principal principal, UserId id) {
        principal.require(Permission.USERS_WRITE);
        endSessions.endAllBy(
                principal.user(), id, EndReason.ENDED_BY_ADMIN, now -> accounts.require(principal, id, null));
    }
}
