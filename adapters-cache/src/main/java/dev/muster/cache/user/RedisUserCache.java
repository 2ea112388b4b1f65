package dev.muster.cache.user;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.cache.shared.Places;
import dev.muster.cache.shared.RedisConnection;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers people in this process and, behind that, in Redis for all nodes; for 15 minutes from when they were loaded, on
 * whichever node. While Redis is away people are remembered in this process alone.
 */
@Singleton
@Requires(property = RedisConnection.URL)
final class RedisUserCache implements UserCache, AutoCloseable {

    private final Places<UserId, SharedUsers.Kept> near = new Places<>(
            CaffeineUserCache.MAX_USERS, SharedUsers.Kept::left, CaffeineUserCache.MAX_AGE, Ticker.systemTicker());

    private final SharedUsers shared;

    @Inject
    RedisUserCache(@Value("${" + RedisConnection.URL + "}") String url) {
        this(new RedisConnection(url, "each node remembers people for itself"));
    }

    RedisUserCache(RedisConnection redis) {
        this.shared = new SharedUsers(redis, CaffeineUserCache.MAX_AGE);
    }

    @Override
    public Optional<User> find(UserId id, Function<UserId, Optional<User>> load) {
        return near.find(id, key -> shared.find(key, load)).map(SharedUsers.Kept::user);
    }

    @Override
    public void forget(UserId id) {
        // In this order: whoever looks after the second finds nobody in either.
        shared.forget(id);
        near.forget(id);
    }

    @Override
    public void pause() {
        shared.pause();
        near.pause();
    }

    @Override
    public void resume() {
        shared.resume();
        near.resume();
    }

    /** Lets go of Redis; from then on people are remembered in this process alone. */
    @Override
    @PreDestroy
    public void close() {
        shared.close();
    }
}
