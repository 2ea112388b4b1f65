package dev.muster.application.session;

import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells who a request speaks for, by its access token (requirement A14). */
public final class Authenticate {

    private final AccessTokens accessTokens;
    private final SessionCache cache;
    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final InstantSource clock;

    public Authenticate(
            AccessTokens accessTokens,
            SessionCache cache,
            UnitOfWork unitOfWork,
            Sessions sessions,
            InstantSource clock) {
        this.accessTokens = accessTokens;
        this.cache = cache;
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who the token speaks for, as far as that can be told without a look at the store.
     *
     * @return empty if the session is not remembered: then ask {@link #authenticate}
     * @throws Unauthenticated with INVALID_ACCESS_TOKEN if the token is not a valid one of ours
     */
    public Optional<Principal> findRemembered(String token) {
        Instant now = clock.instant();
        AccessToken verified = verify(token, now);
        return cache.findRemembered(verified.session()).map(principal -> accept(principal, verified, now));
    }

    /**
     * Who the token speaks for.
     *
     * @throws Unauthenticated with INVALID_ACCESS_TOKEN if the token is not a valid one of ours, or its session has ended
     */
    public Principal authenticate(String token) {
        Instant now = clock.instant();
        AccessToken verified = verify(token, now);
        return cache.find(verified.session(), id -> load(id, now))
                .map(principal -> accept(principal, verified, now))
                .orElseThrow(Authenticate::refused);
    }

    private AccessToken verify(String token, Instant now) {
        return accessTokens.verify(token, now).orElseThrow(Authenticate::refused);
    }

    private Optional<Principal> load(SessionId id, Instant now) {
        return unitOfWork
                .read(Actor.SYSTEM, () -> sessions.findStanding(id))
                .filter(standing -> standing.session().isLive(now))
                .map(standing -> new Principal(
                        standing.session().user(),
                        id,
                        standing.permissions(),
                        standing.session().createdAt(),
                        standing.session().expiresAt()));
    }

    private static Principal accept(Principal principal, AccessToken token, Instant now) {
        if (!principal.user().equals(token.subject()) || !now.isBefore(principal.expiresAt())) {
            throw refused();
        }
        return principal;
    }

    private static Unauthenticated refused() {
        return new Unauthenticated(SessionError.INVALID_ACCESS_TOKEN, "The access token is not valid.");
    }
}
