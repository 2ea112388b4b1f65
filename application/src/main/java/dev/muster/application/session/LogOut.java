package dev.muster.application.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionId;

/** Ends sessions of one's own; their tokens, access tokens included, are refused from then on (requirement A5). */
public final class LogOut {

    private final SessionQueries queries;
    private final EndSessions endSessions;

    public LogOut(SessionQueries queries, EndSessions endSessions) {
        this.queries = queries;
        this.endSessions = endSessions;
    }

    /** Signs out: ends the session that the request came by. */
    public void logOut(Principal principal) {
        end(principal, principal.session(), EndReason.LOGOUT);
    }

    /**
     * Ends one of one's sessions; one that has ended already stays as it is.
     *
     * @throws dev.muster.domain.shared.NotFound with SESSION_NOT_FOUND if it is unknown or someone else's
     */
    public void logOut(Principal principal, SessionId id) {
        end(principal, id, id.equals(principal.session()) ? EndReason.LOGOUT : EndReason.REVOKED);
    }

    private void end(Principal principal, SessionId id, EndReason reason) {
        endSessions.end(principal.user(), id, reason, () -> queries.require(principal, id));
    }
}
