package dev.muster.cache.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Remembers up to 100 000 sessions, each for 15 minutes at most and never beyond its own end. */
@Singleton
final class CaffeineSessionCache implements SessionCache {

    private static final int MAX_SESSIONS = 100_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(15);

    private final ConcurrentMap<SessionId, Principal> principals;

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
        this.principals = Caffeine.newBuilder()
                .maximumSize(MAX_SESSIONS)
                .expireAfter(Expiry.<SessionId, Principal>writing((id, principal) -> maxAge(principal, clock)))
                .ticker(ticker)
                .<SessionId, Principal>build()
                .asMap();
    }

    @Override
    public Optional<Principal> find(SessionId id, Function<SessionId, Optional<Principal>> load) {
        return Optional.ofNullable(
                principals.computeIfAbsent(id, key -> load.apply(key).orElse(null)));
    }

    @Override
    public Optional<Principal> findRemembered(SessionId id) {
        return Optional.ofNullable(principals.get(id));
    }

    @Override
    public void forget(SessionId id) {
        // Not remove: only computing is promised to wait for a load under way.
        principals.compute(id, (key, principal) -> null);
    }

    private static Duration maxAge(Principal principal, InstantSource clock) {
        Duration left = Duration.between(clock.instant(), principal.expiresAt());
        return left.compareTo(MAX_AGE) < 0 ? left : MAX_AGE;
    }
}
