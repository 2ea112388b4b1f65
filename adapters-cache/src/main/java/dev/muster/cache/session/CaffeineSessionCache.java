package dev.muster.cache.session;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.cache.shared.Places;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Remembers up to 100 000 sessions, each for 15 minutes at most and never beyond its own end. */
@Singleton
final class CaffeineSessionCache implements SessionCache {

    private static final int MAX_SESSIONS = 100_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(15);

    private final Places<SessionId, Principal> places;

    @Inject
    CaffeineSessionCache(InstantSource clock) {
        this(clock, Ticker.systemTicker());
    }

    /**
     * A cache with a time of its own.
     *
     * @param clock tells how long a session has still to live
     * @param ticker measures how long it has been remembered
     */
    CaffeineSessionCache(InstantSource clock, Ticker ticker) {
        this.places = new Places<>(
                MAX_SESSIONS, principal -> Duration.between(clock.instant(), principal.expiresAt()), MAX_AGE, ticker);
    }

    @Override
    public Optional<Principal> find(SessionId id, Function<SessionId, Optional<Principal>> load) {
        return places.find(id, load);
    }

    @Override
    public Optional<Principal> findRemembered(SessionId id) {
        return places.findKept(id);
    }

    @Override
    public void forget(SessionId id) {
        places.forget(id);
    }

    @Override
    public void forgetUser(UserId user) {
        places.forgetIf(principal -> principal.user().equals(user));
    }

    @Override
    public void forgetAll() {
        places.forgetIf(any -> true);
    }

    @Override
    public void pause() {
        places.pause();
    }

    @Override
    public void resume() {
        places.resume();
    }
}
