package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;

/** Ends sessions of one's own; their tokens, access tokens included, are refused from then on (requirement A5). */
public final class LogOut {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final SessionQueries queries;
    private final SessionCache cache;
    private final Stamps stamps;

    public LogOut(UnitOfWork unitOfWork, Sessions sessions, SessionQueries queries, SessionCache cache, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.queries = queries;
        this.cache = cache;
        this.stamps = stamps;
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
        try {
            unitOfWork.write(principal.user().asActor(), () -> {
                queries.require(principal, id);
                sessions.end(id, new Session.End(stamps.now(), reason));
                return principal;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            cache.forget(id);
        }
    }
}
