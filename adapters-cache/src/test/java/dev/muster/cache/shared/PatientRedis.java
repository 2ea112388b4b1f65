package dev.muster.cache.shared;

import dev.muster.testkit.redis.RedisRunning;
import java.time.Duration;

/** For tests of what Redis does: on a busy machine its answer may take longer than the product waits. */
public final class PatientRedis {

    private PatientRedis() {}

    public static RedisConnection to(RedisRunning redis) {
        return new RedisConnection(redis.url(), "a test fails", Duration.ofSeconds(10));
    }
}
