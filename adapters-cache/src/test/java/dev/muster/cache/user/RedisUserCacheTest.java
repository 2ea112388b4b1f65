package dev.muster.cache.user;

import static dev.muster.cache.user.UsersInRedis.awaitSharing;
import static dev.muster.cache.user.UsersInRedis.isRemembered;
import static dev.muster.cache.user.UsersInRedis.key;
import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cache.shared.PatientRedis;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.testkit.redis.RedisRunning;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserCacheContract;
import dev.muster.testkit.user.UserFixture;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisUserCacheTest implements UserCacheContract {

    private static RedisRunning redis;
    private static UsersInRedis eyes;
    private static RedisUserCache here;
    private static RedisUserCache there;

    @BeforeAll
    static void start() {
        redis = new RedisRunning();
        eyes = new UsersInRedis(redis);
        here = new RedisUserCache(PatientRedis.to(redis));
        there = new RedisUserCache(PatientRedis.to(redis));
        awaitSharing(here, there);
        awaitSharing(there, here);
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
        eyes.close();
        redis.close();
    }

    @Override
    public UserCache cache() {
        return here;
    }

    @Test
    void whoWasLoadedHereIsRememberedThereWithEverything() {
        User user = eyes.share(here, there, UserFixture.everythingKnown());

        assertThat(there.find(user.id(), id -> Optional.empty())).contains(user);
    }

    @Test
    void whoIsForgottenHereIsNotFoundThere() {
        User user = eyes.load(here, aUser().build());
        here.forget(user.id());

        assertThat(isRemembered(here, user)).isFalse();
        assertThat(eyes.kept(user)).isEmpty();
        assertThat(isRemembered(there, user)).isFalse();
    }

    @Test
    void whatALoadHereFindsIsNotSharedWhenThePersonWasForgottenThereMeanwhile() throws InterruptedException {
        User before = aUser().build();
        here.find(before.id(), id -> {
            there.forget(id);
            UsersInRedis.await(() -> eyes.commands().exists(key(before) + ":leave") == 0);
            return Optional.of(before);
        });
        Thread.sleep(100);

        assertThat(eyes.kept(before)).isEmpty();
        assertThat(isRemembered(there, before)).isFalse();
    }

    @Test
    void nothingComesBackWhileNodesReadAndForgetTogether() {
        AtomicReference<User> stored = new AtomicReference<>(aUser().build());
        var id = stored.get().id();

        Race.values(Race.of(8, thread -> {
            RedisUserCache node = thread % 2 == 0 ? here : there;
            for (int turn = 0; turn < 200; turn++) {
                if (thread < 2) {
                    stored.updateAndGet(user -> user.with(user.details(), TestClock.START));
                    // As the change feed does on every node, in whatever order.
                    here.forget(id);
                    there.forget(id);
                } else {
                    node.find(id, key -> Optional.of(stored.get()));
                }
            }
            return true;
        }));

        assertThat(here.find(id, key -> Optional.of(stored.get()))).contains(stored.get());
        assertThat(there.find(id, key -> Optional.of(stored.get()))).contains(stored.get());
    }

    @Test
    void personInRedisLivesForFifteenMinutesAndTheLeaveForLess() {
        User user = eyes.load(here, aUser().build());
        assertThat(Duration.ofMillis(eyes.commands().pttl(key(user))))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));

        User nobody = aUser().build();
        isRemembered(here, nobody);
        assertThat(Duration.ofMillis(eyes.commands().pttl(key(nobody) + ":leave")))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    @Test
    void timeInRedisCountsWhereThePersonIsFound() throws InterruptedException {
        User user = aUser().build();
        UsersInRedis.await(() -> {
            eyes.load(here, user);
            eyes.commands().pexpire(key(user), 300);
            return isRemembered(there, user);
        });
        Thread.sleep(400);

        assertThat(isRemembered(there, user)).isFalse();
    }

    @Test
    void whatAnotherVersionOfMusterWroteIsReplaced() {
        User user = eyes.load(here, aUser().build());
        eyes.commands().hset(key(user), Map.of("user", "{\"id\":\"of a later form\"}"));

        assertThat(there.find(user.id(), id -> Optional.of(user))).contains(user);
        there.forget(user.id());
        eyes.load(there, user);
    }

    @Test
    void noSecretIsInRedis() {
        User user = eyes.load(here, UserFixture.everythingKnown());

        assertThat(eyes.kept(user).get("user")).contains(user.identity().email().value());
        assertThat(eyes.kept(user).toString()).doesNotContain("argon2", UserFixture.HASH.value());
    }

    @Test
    void nodeThatHeardNoChangesBelievesNothingFromBefore() {
        User user = eyes.load(here, aUser().build());
        there.pause();
        there.resume();

        assertThat(isRemembered(there, user)).isFalse();
    }
}
