package dev.muster.cache.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.cache.shared.RedisConnection;
import dev.muster.testkit.redis.RedisRunning;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class RedisAwayTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Logger logger = (Logger) LoggerFactory.getLogger(RedisConnection.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private final RedisRunning redis = new RedisRunning();
    private final RedisRateLimiter one = new RedisRateLimiter(redis.url());
    private final RedisRateLimiter other = new RedisRateLimiter(redis.url());

    @BeforeEach
    void begin() {
        RedisEyes.awaitCountingTogether(one, other);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void end() {
        logger.detachAppender(log);
        one.close();
        other.close();
        redis.close();
    }

    @Test
    void eachNodeCountsForItselfUntilRedisIsBack() {
        redis.stop();

        String key = UUID.randomUUID().toString();
        assertThat(RedisEyes.take(one, key, LONG).allowed()).isTrue();
        assertThat(RedisEyes.take(one, key, LONG).allowed()).isFalse();
        assertThat(RedisEyes.take(other, key, LONG).allowed()).isTrue();

        redis.start();
        RedisEyes.awaitCountingTogether(one, other);
        RedisEyes.awaitCountingTogether(other, one);
    }

    @Test
    void eachOutageIsLoggedOnceWithoutThePassword() {
        redis.stop();
        Race.values(Race.of(thread ->
                RedisEyes.take(one, UUID.randomUUID().toString(), LONG).allowed()));
        redis.start();
        RedisEyes.awaitCountingTogether(one, other);

        assertThat(log.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .as("one of each node")
                .hasSizeBetween(1, 2);
        assertThat(log.list)
                .allSatisfy(event -> assertThat(event.getFormattedMessage()).doesNotContain("s3cret", "127.0.0.1"))
                .anySatisfy(event -> assertThat(event.getLevel()).isEqualTo(Level.INFO));
    }

    @Test
    void whatIsGivenBackIsFreeAgainDuringAnOutage() {
        redis.stop();
        String key = UUID.randomUUID().toString();
        var limit = RedisEyes.take(one, key, LONG).limit();
        one.giveBack(limit, key).toCompletableFuture().join();

        assertThat(RedisEyes.take(one, key, LONG).allowed()).isTrue();
    }

    @Test
    void slowRedisIsNotWaitedFor() {
        try (RedisEyes eyes = new RedisEyes(redis)) {
            eyes.hold(Duration.ofMillis(1500));
            long begin = System.nanoTime();

            assertThat(RedisEyes.take(one, UUID.randomUUID().toString(), LONG).allowed())
                    .isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        }
        RedisEyes.awaitCountingTogether(one, other);
    }

    @Test
    void limiterWorksWithARedisThatIsNotThereYet() {
        redis.stop();
        try (var early = new RedisRateLimiter(redis.url())) {
            assertThat(RedisEyes.take(early, UUID.randomUUID().toString(), LONG).allowed())
                    .isTrue();
            redis.start();

            RedisEyes.awaitCountingTogether(one, early);
        }
    }

    @Test
    void closedLimiterCountsForItself() {
        one.close();
        String key = UUID.randomUUID().toString();

        assertThat(RedisEyes.take(one, key, LONG).allowed()).isTrue();
        assertThat(RedisEyes.take(one, key, LONG).allowed()).isFalse();
    }

    @Test
    void refusesWhatIsNoUrlOfRedis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedisConnection("http://localhost", "nothing happens"));
    }
}
