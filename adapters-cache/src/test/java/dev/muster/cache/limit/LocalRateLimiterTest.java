package dev.muster.cache.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import dev.muster.testkit.limit.RateLimiterContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LocalRateLimiterTest implements RateLimiterContract {

    /** Just before the clock of the machine overflows, which a difference of moments survives. */
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());

    private final RateLimiter limiter = new LocalRateLimiter(nanos::get);

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void windowIsExactToTheNanosecond() {
        RateLimit limit = new RateLimit("exact", 1, SHORT);
        take(limit, "key");

        pass(SHORT.minusNanos(1));
        assertThat(take(limit, "key")).isFalse();

        pass(Duration.ofNanos(1));
        assertThat(take(limit, "key")).isTrue();
    }

    @Test
    void forgetsWhoAsksSeldomBeforeItTakesTooMuchRoom() {
        var local = new LocalRateLimiter(nanos::get);
        RateLimit limit = new RateLimit("many", 1, Duration.ofDays(1));
        IntStream.range(0, 300_000).forEach(key -> local.take(limit, "key" + key));

        assertThat(local.keys()).isBetween(100_000L, 200_000L);
    }

    @Test
    void keyLeavesNothingBehindAfterItsWindow() {
        var local = new LocalRateLimiter(nanos::get);
        RateLimit limit = new RateLimit("gone", 1, SHORT);
        IntStream.range(0, 100).forEach(key -> local.take(limit, "key" + key));
        assertThat(local.keys()).isEqualTo(100);

        pass(SHORT.plusSeconds(2));

        assertThat(local.keys()).isZero();
    }

    private boolean take(RateLimit limit, String key) {
        return limiter.take(limit, key).toCompletableFuture().join().allowed();
    }
}
