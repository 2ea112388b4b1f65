package dev.muster.cache.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.testkit.redis.RedisRunning;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What tests see of the people in a Redis, beside the caches. */
final class UsersInRedis implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    UsersInRedis(RedisRunning redis) {
        client = RedisClient.create(redis.url());
        connection = client.connect();
    }

    RedisCommands<String, String> commands() {
        return connection.sync();
    }

    static String key(User user) {
        return "muster:user:" + user.id();
    }

    Map<String, String> kept(User user) {
        return commands().hgetall(key(user));
    }

    /** Has someone loaded by a node until Redis has them: on a busy machine Redis may seem away for a moment. */
    User load(UserCache node, User user) {
        await(() -> {
            node.forget(user.id());
            node.find(user.id(), id -> Optional.of(user));
            LockSupport.parkNanos(20_000_000);
            return !kept(user).isEmpty();
        });
        return user;
    }

    /** Has someone loaded by one node until another finds them in Redis. */
    User share(UserCache one, UserCache other, User user) {
        await(() -> isRemembered(other, load(one, user)));
        return user;
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }

    static boolean isRemembered(UserCache node, User user) {
        return node.find(user.id(), id -> Optional.empty()).isPresent();
    }

    /** Waits until what one node loads is found by the other. */
    static void awaitSharing(UserCache one, UserCache other) {
        await(() -> {
            User user = aUser().build();
            one.find(user.id(), id -> Optional.of(user));
            LockSupport.parkNanos(20_000_000);
            return isRemembered(other, user);
        });
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
