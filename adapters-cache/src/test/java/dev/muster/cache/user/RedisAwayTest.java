package dev.muster.cache.user;

import static dev.muster.cache.user.UsersInRedis.awaitSharing;
import static dev.muster.cache.user.UsersInRedis.isRemembered;
import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.User;
import dev.muster.testkit.redis.RedisRunning;
import dev.muster.testkit.shared.TestClock;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RedisAwayTest {

    private final RedisRunning redis = new RedisRunning();
    private final RedisUserCache here = new RedisUserCache(redis.url());
    private final RedisUserCache there = new RedisUserCache(redis.url());

    @BeforeEach
    void begin() {
        awaitSharing(here, there);
        awaitSharing(there, here);
    }

    @AfterEach
    void end() {
        here.close();
        there.close();
        redis.close();
    }

    @Test
    void eachNodeRemembersForItselfUntilRedisIsBack() {
        redis.stop();
        User user = aUser().build();

        assertThat(here.find(user.id(), id -> Optional.of(user))).contains(user);
        assertThat(isRemembered(here, user)).isTrue();
        assertThat(isRemembered(there, user)).isFalse();
        here.forget(user.id());
        assertThat(isRemembered(here, user)).isFalse();

        redis.start();
        awaitSharing(here, there);
        awaitSharing(there, here);
    }

    @Test
    void whoCouldNotBeForgottenIsNeverFoundAgain() {
        try (var eyes = new UsersInRedis(redis)) {
            User before = eyes.load(here, aUser().build());
            Map<String, String> kept = eyes.kept(before);
            User after = before.with(before.details(), TestClock.START.plusSeconds(1));
            eyes.commands().aclSetuser("default", AclSetuserArgs.Builder.removeCommand(CommandType.DEL));
            here.forget(before.id());
            assertThat(here.find(before.id(), id -> Optional.of(after))).contains(after);
            here.forget(before.id());
            eyes.commands().aclSetuser("default", AclSetuserArgs.Builder.addCommand(CommandType.DEL));

            awaitSharing(here, there);
            // A later attempt to forget them may have come through.
            eyes.commands().hset(UsersInRedis.key(before), kept);
            assertThat(here.find(before.id(), id -> Optional.of(after))).contains(after);
            assertThat(there.find(before.id(), id -> Optional.of(after))).contains(after);
        }
    }

    @Test
    void slowRedisIsNotWaitedFor() {
        try (var eyes = new UsersInRedis(redis)) {
            eyes.commands().clientPause(3000);
            long begin = System.nanoTime();
            for (int turn = 0; turn < 100; turn++) {
                User user = aUser().build();
                assertThat(here.find(user.id(), id -> Optional.of(user))).contains(user);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        }
        awaitSharing(here, there);
    }

    @Test
    void cacheWorksWithARedisThatIsNotThereYet() {
        redis.stop();
        try (var early = new RedisUserCache(redis.url())) {
            User user = aUser().build();
            assertThat(early.find(user.id(), id -> Optional.of(user))).contains(user);
            assertThat(isRemembered(early, user)).isTrue();
            redis.start();

            awaitSharing(here, early);
        }
    }

    @Test
    void closedCacheRemembersForItself() {
        here.close();
        User user = aUser().build();

        assertThat(here.find(user.id(), id -> Optional.of(user))).contains(user);
        assertThat(isRemembered(here, user)).isTrue();
        assertThat(isRemembered(there, user)).isFalse();
    }
}
