package dev.muster.application.session;

import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells whether a token is good at the moment, and whose it is (RFC 7662). Looks at the store, so its answer is never old. */
public final class IntrospectToken {

    private final AccessTokens accessTokens;
    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Users users;
    private final InstantSource clock;

    public IntrospectToken(
            AccessTokens accessTokens, UnitOfWork unitOfWork, Sessions sessions, Users users, InstantSource clock) {
        this.accessTokens = accessTokens;
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.users = users;
        this.clock = clock;
    }

    /**
     * What is to be told of a token, access or refresh.
     *
     * @return empty if it is unknown, expired, spent, of a session that has ended or of an account that is shut; and, as no
     *     difference may be seen, if it is of someone else and the asker has not the permission TOKENS_INTROSPECT
     */
    public Optional<ActiveToken> introspect(Principal asker, String token) {
        Instant now = clock.instant();
        Optional<AccessToken> access = accessTokens.verify(token, now);
        return unitOfWork
                .read(
                        Actor.SYSTEM,
                        () -> access.isPresent()
                                ? access.flatMap(found -> active(found, now))
                                : sessions.findToken(TokenHash.of(token)).flatMap(found -> active(found, now)))
                .filter(found -> found.user().equals(asker.user()) || asker.may(Permission.TOKENS_INTROSPECT));
    }

    private Optional<ActiveToken> active(AccessToken token, Instant now) {
        return active(token.session(), token.id(), token.issuedAt(), token.expiresAt(), now);
    }

    private Optional<ActiveToken> active(RefreshToken token, Instant now) {
        boolean good = token.usedAt() == null && token.end() == null && now.isBefore(token.expiresAt());
        return good ? active(token.session(), null, token.issuedAt(), token.expiresAt(), now) : Optional.empty();
    }

    private Optional<ActiveToken> active(
            SessionId session, @Nullable UUID accessTokenId, Instant issuedAt, Instant expiresAt, Instant now) {
        return sessions.find(session)
                .filter(found -> found.isLive(now))
                .flatMap(found -> users.find(found.user()))
                .filter(User::isActive)
                .map(user -> new ActiveToken(
                        accessTokenId, user.id(), user.identity().username(), session, issuedAt, expiresAt));
    }
}
