package dev.muster.application.session;

import dev.muster.application.mail.Notices;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ends sessions, in the store and in what is remembered, together with the change that is the reason (requirement A5). */
public final class EndSessions {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Remembered remembered;
    private final Notices notices;

    public EndSessions(UnitOfWork unitOfWork, Sessions sessions, Remembered remembered, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.remembered = remembered;
        this.notices = notices;
    }

    /**
     * Ends all of a person.
     *
     * @param except the session to keep, or null
     * @param change what is stored in the same unit of work before, at the time given
     */
    public void endAll(UserId user, @Nullable SessionId except, EndReason reason, Consumer<Instant> change) {
        end(user, user, except, reason, now -> {
            change.accept(now);
            return user;
        });
    }

    /**
     * Ends them in the name of someone else.
     *
     * @param change as for {@link #endAll}
     * @return the result of the change
     */
    public <T> T endAllBy(UserId actor, UserId user, EndReason reason, Function<Instant, T> change) {
        return end(actor, user, null, reason, change);
    }

    private <T> T end(
            UserId actor, UserId user, @Nullable SessionId except, EndReason reason, Function<Instant, T> change) {
        try {
            return unitOfWork.write(actor.asActor(), () -> {
                Instant now = notices.now();
                T result = change.apply(now);
                sessions.endAll(user, except, new Session.End(now, reason));
                record(actor, user, reason, Map.of());
                return result;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            remembered.forget(user);
        }
    }

    /**
     * Ends one of a person; one that has ended already stays as it is, and nothing is recorded of it again.
     *
     * @param change what is checked and stored in the same unit of work before
     */
    void end(UserId user, SessionId id, EndReason reason, Runnable change) {
        try {
            unitOfWork.write(user.asActor(), () -> {
                change.run();
                boolean ended = sessions.end(id, new Session.End(notices.now(), reason));
                if (ended) {
                    record(user, user, reason, Map.of("session", id.toString()));
                }
                return ended;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            remembered.sessions().forget(id);
        }
    }

    /** What the change leaves besides. */
    public Notices notices() {
        return notices;
    }

    private void record(UserId actor, UserId user, EndReason reason, Map<String, String> which) {
        Map<String, String> details = new HashMap<>(which);
        details.put("reason", reason.name().toLowerCase(Locale.ROOT));
        notices.audit().record(AuditAction.SESSION_ENDED, actor, user, details);
    }
}
