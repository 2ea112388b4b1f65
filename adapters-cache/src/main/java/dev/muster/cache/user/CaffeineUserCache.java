package dev.muster.cache.user;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.cache.shared.Places;
import dev.muster.cache.shared.RedisConnection;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserId;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Remembers up to 10 000 people in this process, each for 15 minutes from when they were loaded. */
@Singleton
@Requires(missingProperty = RedisConnection.URL)
final class CaffeineUserCache implements UserCache {

    static final int MAX_USERS = 10_000;
    static final Duration MAX_AGE = Duration.ofMinutes(15);

    private final Places<UserId, User> places;

    @Inject
    CaffeineUserCache() {
        this(Ticker.systemTicker());
    }

    CaffeineUserCache(Ticker ticker) {
        this.places = new Places<>(MAX_USERS, user -> MAX_AGE, MAX_AGE, ticker);
    }

    @Override
    public Optional<User> find(UserId id, Function<UserId, Optional<User>> load) {
        return places.find(id, load);
    }

    @Override
    public void forget(UserId id) {
        places.forget(id);
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
