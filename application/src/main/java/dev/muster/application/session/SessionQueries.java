package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import java.util.List;
import java.util.UUID;

/** Reads of one's own sessions (requirement A5). */
public final class SessionQueries {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Stamps stamps;

    public SessionQueries(UnitOfWork unitOfWork, Sessions sessions, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.stamps = stamps;
    }

    /** Where one is signed in, the last used first; no more than a person may have. */
    public List<Session> findLive(Principal principal) {
        return unitOfWork.read(principal.user().asActor(), () -> sessions.findLive(principal.user(), stamps.now()));
    }

    /**
     * The refresh tokens of a session of one's own, ended or not, in the order of their issue.
     *
     * @throws NotFound with SESSION_NOT_FOUND if it is unknown or someone else's
     */
    public Page<RefreshToken> findLineage(Principal principal, SessionId id, PageRequest<UUID> request) {
        return unitOfWork.read(principal.user().asActor(), () -> {
            require(principal, id);
            return sessions.findLineage(id, request);
        });
    }

    /** The session of one's own; inside a unit of work. */
    Session require(Principal principal, SessionId id) {
        return sessions.find(id)
                .filter(found -> found.user().equals(principal.user()))
                .orElseThrow(() -> new NotFound(SessionError.SESSION_NOT_FOUND, "There is no such session."));
    }
}
