package dev.muster.cache.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cache.shared.PatientRedis;
import dev.muster.testkit.redis.RedisRunning;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class RedisMemoryTest {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    @AutoClose
    private final RedisRunning redis = new RedisRunning();

    @Test
    void countLivesNoLongerThanItsWindow() throws InterruptedException {
        try (var eyes = new RedisEyes(redis);
                var limiter = new RedisRateLimiter(PatientRedis.to(redis));
                var ofAnotherNode = new RedisRateLimiter(PatientRedis.to(redis))) {
            RedisEyes.awaitCountingTogether(limiter, ofAnotherNode);
            eyes.forgetAll();
            RedisEyes.take(limiter, "brief", WINDOW);
            assertThat(eyes.keys()).hasSize(1);

            Thread.sleep(WINDOW.plusMillis(100));

            assertThat(eyes.keys()).isEmpty();
        }
    }
}
