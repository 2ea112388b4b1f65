package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;

/** Ends the session that a request came by; its tokens are refused from then on (requirement A5). */
public final class LogOut {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final SessionCache cache;
    private final Stamps stamps;

    public LogOut(UnitOfWork unitOfWork, Sessions sessions, SessionCache cache, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.cache = cache;
        this.stamps = stamps;
    }

    /** Signs out. */
    public void logOut(Principal principal) {
        try {
            unitOfWork.write(principal.user().asActor(), () -> {
                sessions.end(principal.session(), new Session.End(stamps.now(), EndReason.LOGOUT));
                return principal;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            cache.forget(principal.session());
        }
    }
}
