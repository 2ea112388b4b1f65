package dev.muster.cache.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.cache.shared.RedisConnection;
import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts in memory, for this node alone. Bounded to some 50 MB: 190 000 keys that were counted once each, or fewer that were
 * counted more often; beyond that it forgets who asks seldom.
 */
@Singleton
@Requires(missingProperty = RedisConnection.URL)
final class LocalRateLimiter implements RateLimiter {

    /** In moments; what a key itself takes counts as {@link #WEIGHT_OF_KEY}. */
    private static final int MAX_WEIGHT = 4_000_000;

    private static final int WEIGHT_OF_KEY = 20;

    private final Ticker ticker;
    private final Cache<CountedKey, Counter> cache;
    private final ConcurrentMap<CountedKey, Counter> counters;

    @Inject
    LocalRateLimiter() {
        this(Ticker.systemTicker());
    }

    LocalRateLimiter(Ticker ticker) {
        this.ticker = ticker;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(MAX_WEIGHT)
                .weigher((CountedKey key, Counter counter) -> WEIGHT_OF_KEY + counter.moments().length)
                .expireAfter(Expiry.<CountedKey, Counter>writing(
                        (key, counter) -> counter.limit().window()))
                .ticker(ticker)
                .build();
        this.counters = cache.asMap();
    }

    @Override
    public CompletionStage<Allowance> take(RateLimit limit, String key) {
        Counter counter = counters.compute(CountedKey.of(limit, key), (counted, last) -> {
            long now = ticker.read();
            return last == null ? Counter.first(limit, now) : last.take(now);
        });
        return CompletableFuture.completedFuture(counter.allowance());
    }

    @Override
    public CompletionStage<Void> giveBack(RateLimit limit, String key) {
        counters.computeIfPresent(CountedKey.of(limit, key), (counted, last) -> last.giveBack());
        return CompletableFuture.completedFuture(null);
    }

    /** How many keys are counted now, without those whose window has passed. */
    long keys() {
        cache.cleanUp();
        return cache.estimatedSize();
    }
}
