package dev.muster.cache.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Remembers up to 100 000 sessions, each for 15 minutes at most and never beyond its own end. A load takes its place
 * before it begins and keeps what it finds only if the place is still its own: so forgetting waits for nobody.
 */
@Singleton
final class CaffeineSessionCache implements SessionCache {

    private static final int MAX_SESSIONS = 100_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(15);

    private final ConcurrentMap<SessionId, CompletableFuture<Optional<Principal>>> places;
    private volatile boolean paused;

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
        this.places = Caffeine.newBuilder()
                .maximumSize(MAX_SESSIONS)
                .expireAfter(Expiry.<SessionId, CompletableFuture<Optional<Principal>>>writing(
                        (id, place) -> maxAge(place, clock)))
                .ticker(ticker)
                .<SessionId, CompletableFuture<Optional<Principal>>>build()
                .asMap();
    }

    @Override
    public Optional<Principal> find(SessionId id, Function<SessionId, Optional<Principal>> load) {
        if (paused) {
            return load.apply(id);
        }
        var mine = new CompletableFuture<Optional<Principal>>();
        var other = places.putIfAbsent(id, mine);
        if (other != null) {
            return await(other);
        }
        if (paused) {
            // The pause may have swept before there was something to sweep.
            places.remove(id, mine);
        }
        return run(load, id, mine);
    }

    private Optional<Principal> run(
            Function<SessionId, Optional<Principal>> load, SessionId id, CompletableFuture<Optional<Principal>> mine) {
        try {
            Optional<Principal> found = load.apply(id);
            if (found.isPresent()) {
                places.replace(id, mine, CompletableFuture.completedFuture(found));
            } else {
                places.remove(id, mine);
            }
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error failure) {
            places.remove(id, mine);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private static Optional<Principal> await(CompletableFuture<Optional<Principal>> place) {
        try {
            return place.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public Optional<Principal> findRemembered(SessionId id) {
        var place = places.get(id);
        return place == null ? Optional.empty() : found(place);
    }

    @Override
    public void forget(SessionId id) {
        places.remove(id);
    }

    @Override
    public void forgetUser(UserId user) {
        // Loads under way too: whose session they look for is known only when they have found it.
        places.values()
                .removeIf(place -> found(place)
                        .map(principal -> principal.user().equals(user))
                        .orElse(true));
    }

    @Override
    public void pause() {
        paused = true;
        places.clear();
    }

    @Override
    public void resume() {
        paused = false;
    }

    /** What a load has found; empty while it is under way. */
    private static Optional<Principal> found(CompletableFuture<Optional<Principal>> place) {
        return place.state() == Future.State.SUCCESS ? place.resultNow() : Optional.empty();
    }

    private static Duration maxAge(CompletableFuture<Optional<Principal>> place, InstantSource clock) {
        Duration left = found(place)
                .map(principal -> Duration.between(clock.instant(), principal.expiresAt()))
                .orElse(MAX_AGE);
        return left.compareTo(MAX_AGE) < 0 ? left : MAX_AGE;
    }
}
