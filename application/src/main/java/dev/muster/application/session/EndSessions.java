package dev.muster.application.session;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends all sessions of a person together with the change that is the reason (requirement A5). */
public final class EndSessions {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final SessionCache cache;
    private final Stamps stamps;

    public EndSessions(UnitOfWork unitOfWork, Sessions sessions, SessionCache cache, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.cache = cache;
        this.stamps = stamps;
    }

    /**
     * Ends them.
     *
     * @param except the session to keep, or null
     * @param change what is stored in the same unit of work before, at the time given
     */
    public void endAll(UserId user, @Nullable SessionId except, EndReason reason, Consumer<Instant> change) {
        try {
            unitOfWork.write(user.asActor(), () -> {
                Instant now = stamps.now();
                change.accept(now);
                sessions.endAll(user, except, new Session.End(now, reason));
                return user;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            cache.forgetUser(user);
        }
    }
}
