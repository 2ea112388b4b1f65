package dev.muster.testkit.limit;

import dev.muster.domain.limit.RateLimiter;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;

final class InMemoryRateLimiterTest implements RateLimiterContract {

    private final TestClock clock = new TestClock();
    private final RateLimiter limiter = new InMemoryRateLimiter(clock);

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }
}
