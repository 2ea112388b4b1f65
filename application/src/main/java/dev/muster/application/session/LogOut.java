package dev.muster.application.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionId;

/** Ends sessions of one's own; their tokens, access tokens included, are refused from then on (requirement A5). */
public final class LogOut {

    private final SessionQueries queries;
    private final EndSessions endSessions;
    private final RecentSignIn recentSignIn;

    public LogOut(SessionQueries queries, EndSessions endSessions, RecentSignIn recentSignIn) {
        this.queries = queries;
        this.endSessions = endSessions;
        this.recentSignIn = recentSignIn;
    }

    /** Signs out: ends the session that the request came by. */
    public void logOut(Principal principal) {
        end(principal, principal.session(), EndReason.LOGOUT);
    }

    /**
     * Ends one of one's sessions; one that has ended already stays as it is. Another than the one that the request came by
     * needs a recent sign-in.
     *
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED
     * @throws dev.muster.domain.shared.NotFound with SESSION_NOT_FOUND if it is unknown or someone else's
     */
    public void logOut(Principal principal, SessionId id) {
        if (id.equals(principal.session())) {
            logOut(principal);
            return;
        }
        recentSignIn.require(principal);
        end(principal, id, EndReason.REVOKED);
    }

    private void end(Principal principal, SessionId id, EndReason reason) {
        endSessions.end(principal.user(), id, reason, () -> queries.require(principal, id));
    }
}
