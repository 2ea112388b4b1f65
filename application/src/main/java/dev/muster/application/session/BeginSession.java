package dev.muster.application.session;

import dev.muster.application.mail.Notices;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.Device;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Begins a session for someone who has proven who they are. */
public final class BeginSession {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Remembered remembered;
    private final SessionTokens tokens;
    private final Notices notices;

    public BeginSession(
            UnitOfWork unitOfWork, Sessions sessions, Remembered remembered, SessionTokens tokens, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.remembered = remembered;
        this.tokens = tokens;
        this.notices = notices;
    }

    /**
     * Begins a session, and ends the one that the client held so far, whoever it belonged to (OWASP ASVS 5.0, 7.2.4), and
     * the least recently used ones beyond the number that a person may have.
     *
     * @param held what the client sent as its access token; ignored if that is null, not valid, or of a session that has ended
     * @param action what it is recorded as
     * @param store what is stored in the same unit of work, at the time given; its result is the user who signs in
     */
    SignedIn begin(
            User proven, Device device, @Nullable String held, AuditAction action, Function<Instant, User> store) {
        Instant now = now();
        SessionPolicy policy = tokens.policy();
        SessionId id = new SessionId(tokens.stamps().nextId());
        Session session = Session.begun(id, proven.id(), device, now, policy);
        String secret = tokens.secrets().next();
        RefreshToken first = RefreshToken.first(tokens.stamps().nextId(), session, TokenHash.of(secret), policy);
        Begun begun = begin(session, first, former(held, now), action, store);
        begun.ended().forEach(remembered.sessions()::forget);
        return tokens.issue(begun.user(), session, first, secret, now);
    }

    private @Nullable SessionId former(@Nullable String held, Instant now) {
        return held == null
                ? null
                : tokens.accessTokens()
                        .verify(held, now)
                        .map(AccessToken::session)
                        .orElse(null);
    }

    private Begun begin(
            Session session,
            RefreshToken first,
            @Nullable SessionId former,
            AuditAction action,
            Function<Instant, User> store) {
        Instant now = session.createdAt();
        try {
            return unitOfWork.write(Actor.SYSTEM, () -> {
                User user = store.apply(now);
                sessions.insert(session, first);
                record(action, user, session.id());
                if (former != null) {
                    endReplaced(former, user, now);
                }
                Session.End end = new Session.End(now, EndReason.TOO_MANY_SESSIONS);
                List<SessionId> ended =
                        sessions.endOldest(user.id(), tokens.policy().maxSessions(), end);
                ended.forEach(oldest -> record(AuditAction.SESSION_ENDED, user, oldest));
                return new Begun(user, ended);
            });
        } finally {
            // The time of the last sign-in has changed; also when it is not known whether it was stored.
            remembered.people().forget(session.user());
            if (former != null) {
                remembered.sessions().forget(former);
            }
        }
    }

    private void endReplaced(SessionId id, User by, Instant now) {
        Session.End end = new Session.End(now, EndReason.REPLACED);
        sessions.find(id).filter(found -> found.isLive(now)).ifPresent(held -> {
            if (sessions.end(id, end)) {
                notices.audit()
                        .record(
                                AuditAction.SESSION_ENDED,
                                by.id(),
                                held.user(),
                                Map.of("session", id.toString(), "reason", "replaced"));
            }
        });
    }

    private void record(AuditAction action, User user, SessionId session) {
        notices.audit().record(action, user.id(), user.id(), Map.of("session", session.toString()));
    }

    Notices notices() {
        return notices;
    }

    Instant now() {
        return tokens.stamps().now();
    }

    private record Begun(User user, List<SessionId> ended) {}
}
