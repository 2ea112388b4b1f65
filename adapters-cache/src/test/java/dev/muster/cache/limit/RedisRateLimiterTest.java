package dev.muster.cache.limit;

import dev.muster.cache.shared.PatientRedis;
import dev.muster.domain.limit.RateLimiter;
import dev.muster.testkit.limit.RateLimiterContract;
import dev.muster.testkit.redis.RedisRunning;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class RedisRateLimiterTest implements RateLimiterContract {

    private static RedisRunning redis;
    private static RedisRateLimiter limiter;
    private static RedisRateLimiter ofAnotherNode;

    @BeforeAll
    static void start() {
        redis = new RedisRunning();
        limiter = new RedisRateLimiter(PatientRedis.to(redis));
        ofAnotherNode = new RedisRateLimiter(PatientRedis.to(redis));
        RedisEyes.awaitCountingTogether(limiter, ofAnotherNode);
    }

    @AfterAll
    static void stop() {
        limiter.close();
        ofAnotherNode.close();
        redis.close();
    }

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    /** The clock is that of Redis, so time has to pass; for all tests at once. */
    @Override
    public void pass(Duration time) {
        try {
            Thread.sleep(time.plusMillis(2));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
