package dev.muster.cache.limit;

import dev.muster.cache.shared.RedisConnection;
import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import io.lettuce.core.ScriptOutputType;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Counts in Redis, for all nodes together: one script for a request, which is one step there, by the clock of Redis. While
 * Redis is away this node counts for itself.
 */
@Singleton
@Requires(property = RedisConnection.URL)
final class RedisRateLimiter implements RateLimiter, AutoCloseable {

    private static final String TAKE = RedisConnection.script(RedisRateLimiter.class, "take.lua");

    private final RedisConnection redis;
    private final RateLimiter own = new LocalRateLimiter();

    @Inject
    RedisRateLimiter(@Value("${" + RedisConnection.URL + "}") String url) {
        this(new RedisConnection(url, "each node counts for itself"));
    }

    RedisRateLimiter(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public CompletionStage<Allowance> take(RateLimit limit, String key) {
        String[] keys = {CountedKey.hidden(limit, key)};
        String quota = Integer.toString(limit.quota());
        String window = Long.toString(limit.window().toNanos() / 1000);
        return redis.<Allowance>ask(
                commands -> commands.<List<Long>>eval(TAKE, ScriptOutputType.MULTI, keys, quota, window)
                        .thenApply(answer -> allowance(limit, answer)),
                () -> own.take(limit, key));
    }

    @Override
    public CompletionStage<Void> giveBack(RateLimit limit, String key) {
        return redis.ask(
                commands -> commands.rpop(CountedKey.hidden(limit, key)).thenAccept(newest -> {}),
                () -> own.giveBack(limit, key));
    }

    /** Lets go of the connection; from then on this node counts for itself. */
    @Override
    @PreDestroy
    public void close() {
        redis.close();
    }

    private static Allowance allowance(RateLimit limit, List<Long> answer) {
        Duration reset = Duration.ofNanos(answer.get(2) * 1000);
        return new Allowance(limit, answer.get(0) == 1, answer.get(1).intValue(), reset);
    }
}
