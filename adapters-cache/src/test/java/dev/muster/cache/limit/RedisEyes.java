package dev.muster.cache.limit;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import dev.muster.testkit.redis.RedisRunning;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What tests see of a Redis, beside the limiters. */
final class RedisEyes implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    RedisEyes(RedisRunning redis) {
        client = RedisClient.create(redis.url());
        connection = client.connect();
    }

    void forgetAll() {
        connection.sync().flushall();
    }

    List<String> keys() {
        return connection.sync().keys("*");
    }

    /** Makes every command of others wait. */
    void hold(Duration time) {
        connection.sync().clientPause(time.toMillis());
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }

    static Allowance take(RateLimiter limiter, String key, Duration window) {
        return limiter.take(new RateLimit("test", 1, window), key)
                .toCompletableFuture()
                .orTimeout(10, SECONDS)
                .join();
    }

    /** Whether what one counts is known to the other. */
    static boolean countTogether(RateLimiter one, RateLimiter other) {
        String key = UUID.randomUUID().toString();
        return take(one, key, Duration.ofMinutes(5)).allowed()
                && !take(other, key, Duration.ofMinutes(5)).allowed();
    }

    static void awaitCountingTogether(RateLimiter one, RateLimiter other) {
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        while (!countTogether(one, other)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("they still count apart");
            }
            Thread.onSpinWait();
        }
    }
}
