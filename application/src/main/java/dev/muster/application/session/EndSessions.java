package dev.muster.application.session;

import dev.muster.application.mail.Notices;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends sessions, in the store and in what is remembered, together with the change that is the reason (requirement A5). */
public final class EndSessions {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final SessionCache cache;
    private final Notices notices;

    public EndSessions(UnitOfWork unitOfWork, Sessions sessions, SessionCache cache, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.cache = cache;
        this.notices = notices;
    }

    /**
     * Ends all of a person.
     *
     * @param except the session to keep, or null
     * @param change what is stored in the same unit of work before, at the time given
     */
    public void endAll(UserId user, @Nullable SessionId except, EndReason reason, Consumer<Instant> change) {
        try {
            unitOfWork.write(user.asActor(), () -> {
                Instant now = notices.now();
                change.accept(now);
                sessions.endAll(user, except, new Session.End(now, reason));
                record(user, reason, Map.of());
                return user;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            cache.forgetUser(user);
        }
    }

    /**
     * Ends one of a person; one that has ended already stays as it is.
     *
     * @param change what is checked and stored in the same unit of work before
     */
    void end(UserId user, SessionId id, EndReason reason, Runnable change) {
        try {
            unitOfWork.write(user.asActor(), () -> {
                change.run();
                sessions.end(id, new Session.End(notices.now(), reason));
                record(user, reason, Map.of("session", id.toString()));
                return id;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            cache.forget(id);
        }
    }

    /** What the change leaves besides. */
    public Notices notices() {
        return notices;
    }

    private void record(UserId user, EndReason reason, Map<String, String> which) {
        Map<String, String> details = new HashMap<>(which);
        details.put("reason", reason.name().toLowerCase(Locale.ROOT));
        notices.audit().record(AuditAction.SESSION_ENDED, user, user, details);
    }
}
