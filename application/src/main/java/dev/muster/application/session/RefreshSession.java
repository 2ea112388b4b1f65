package dev.muster.application.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;
import java.time.Instant;

/** Exchanges a refresh token for new tokens (requirement A4). */
public final class RefreshSession {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Users users;
    private final SessionCache cache;
    private final SessionTokens tokens;

    public RefreshSession(
            UnitOfWork unitOfWork, Sessions sessions, Users users, SessionCache cache, SessionTokens tokens) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.users = users;
        this.cache = cache;
        this.tokens = tokens;
    }

    /**
     * Exchanges a refresh token, which is then spent. A spent one that comes again ends its session, as one of the two
     * who have it is a thief.
     *
     * @throws Unauthenticated with INVALID_REFRESH_TOKEN, REFRESH_TOKEN_EXPIRED or REFRESH_TOKEN_REUSED
     */
    public SignedIn refresh(String secret) {
        Instant now = tokens.stamps().now();
        RefreshToken token = requireUnspent(TokenHash.of(secret), now);
        if (!now.isBefore(token.expiresAt())) {
            throw new Unauthenticated(SessionError.REFRESH_TOKEN_EXPIRED, "The refresh token has expired.");
        }
        Session session = unitOfWork
                .read(Actor.SYSTEM, () -> sessions.find(token.session()))
                .filter(found -> found.isLive(now))
                .orElseThrow(RefreshSession::invalid);
        User user = unitOfWork
                .read(Actor.SYSTEM, () -> users.find(session.user()))
                .filter(User::isActive)
                .orElseThrow(RefreshSession::invalid);
        return rotate(token, session, user, now);
    }

    private RefreshToken requireUnspent(TokenHash hash, Instant now) {
        RefreshToken token = unitOfWork
                .read(Actor.SYSTEM, () -> sessions.findToken(hash))
                .filter(found -> found.end() == null)
                .orElseThrow(RefreshSession::invalid);
        if (token.usedAt() != null) {
            throw reused(token, now);
        }
        return token;
    }

    private SignedIn rotate(RefreshToken spent, Session session, User user, Instant now) {
        String secret = tokens.secrets().next();
        RefreshToken next =
                spent.successor(tokens.stamps().nextId(), session, TokenHash.of(secret), now, tokens.policy());
        if (!unitOfWork.writeOne(Actor.SYSTEM, () -> sessions.rotate(spent, next))) {
            requireUnspent(spent.hash(), now);
            throw invalid();
        }
        return tokens.issue(user, session, next, secret, now);
    }

    private Unauthenticated reused(RefreshToken token, Instant now) {
        try {
            unitOfWork.write(Actor.SYSTEM, () -> {
                sessions.end(token.session(), new Session.End(now, EndReason.TOKEN_REUSED));
                return token;
            });
        } finally {
            // Also when it is not known whether the end was stored.
            cache.forget(token.session());
        }
        return new Unauthenticated(
                SessionError.REFRESH_TOKEN_REUSED, "The refresh token was used before; its session has been ended.");
    }

    private static Unauthenticated invalid() {
        return new Unauthenticated(SessionError.INVALID_REFRESH_TOKEN, "The refresh token is not valid.");
    }
}
