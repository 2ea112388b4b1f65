package dev.muster.application.session;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;
import java.time.Instant;
import java.util.Optional;

/** Exchanges a refresh token for new tokens (requirement A4). */
public final class RefreshSession {

    private static final String SEED = "refresh:";

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Users users;
    private final EndSessions endSessions;
    private final SessionTokens tokens;

    public RefreshSession(
            UnitOfWork unitOfWork, Sessions sessions, Users users, EndSessions endSessions, SessionTokens tokens) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.users = users;
        this.endSessions = endSessions;
        this.tokens = tokens;
    }

    /**
     * Exchanges a refresh token, which is then spent. One that was spent a moment ago is answered with its successor once
     * more, as long as that is itself unspent: tabs that refresh at once all get the same. Any other spent one ends its
     * session, as one of the two who have it is a thief.
     *
     * @throws Unauthenticated with INVALID_REFRESH_TOKEN, REFRESH_TOKEN_EXPIRED or REFRESH_TOKEN_REUSED
     */
    public SignedIn refresh(String secret) {
        Instant now = tokens.stamps().now();
        RefreshToken token = find(TokenHash.of(secret)).orElseThrow(RefreshSession::invalid);
        String successor = tokens.secrets().derive(SEED + secret);
        if (token.usedAt() == null) {
            requireUnexpired(token, now);
            Holder holder = requireHolder(token, now);
            RefreshToken next = token.successor(
                    tokens.stamps().nextId(), holder.session(), TokenHash.of(successor), now, tokens.policy());
            if (unitOfWork.writeOne(Actor.SYSTEM, () -> sessions.rotate(token, next))) {
                return tokens.issue(holder.user(), holder.session(), next, successor, now);
            }
            // Someone else was faster, with the exchange or with the end of the session.
            return again(find(token.hash()).orElseThrow(RefreshSession::invalid), successor, now);
        }
        return again(token, successor, now);
    }

    private SignedIn again(RefreshToken spent, String successor, Instant now) {
        if (spent.usedAt() == null) {
            throw invalid();
        }
        boolean justSpent = now.isBefore(spent.usedAt().plus(tokens.policy().grace()));
        RefreshToken next = find(TokenHash.of(successor))
                .filter(found -> justSpent && found.usedAt() == null)
                .orElseThrow(() -> reused(spent));
        Holder holder = requireHolder(next, now);
        return tokens.issue(holder.user(), holder.session(), next, successor, now);
    }

    private Optional<RefreshToken> find(TokenHash hash) {
        return unitOfWork.read(Actor.SYSTEM, () -> sessions.findToken(hash)).filter(found -> found.end() == null);
    }

    private Holder requireHolder(RefreshToken token, Instant now) {
        return unitOfWork.read(Actor.SYSTEM, () -> {
            Session session = sessions.find(token.session())
                    .filter(found -> found.isLive(now))
                    .orElseThrow(RefreshSession::invalid);
            User user = users.find(session.user()).filter(User::isActive).orElseThrow(RefreshSession::invalid);
            return new Holder(session, user);
        });
    }

    private static void requireUnexpired(RefreshToken token, Instant now) {
        if (!now.isBefore(token.expiresAt())) {
            throw new Unauthenticated(SessionError.REFRESH_TOKEN_EXPIRED, "The refresh token has expired.");
        }
    }

    private Unauthenticated reused(RefreshToken token) {
        User user = unitOfWork.read(
                Actor.SYSTEM,
                () -> sessions.find(token.session())
                        .flatMap(session -> users.find(session.user()))
                        .orElseThrow(RefreshSession::invalid));
        endSessions.end(user.id(), token.session(), EndReason.TOKEN_REUSED, () -> tellOfReuse(user));
        return new Unauthenticated(
                SessionError.REFRESH_TOKEN_REUSED, "The refresh token was used before; its session has been ended.");
    }

    private void tellOfReuse(User user) {
        endSessions.notices().letters().tell(user, LetterKind.SESSION_ENDED_FOR_REUSE);
        endSessions.notices().audit().record(AuditAction.REFRESH_TOKEN_REUSED, null, user.id());
    }

    private static Unauthenticated invalid() {
        return new Unauthenticated(SessionError.INVALID_REFRESH_TOKEN, "The refresh token is not valid.");
    }

    private record Holder(Session session, User user) {}
}
