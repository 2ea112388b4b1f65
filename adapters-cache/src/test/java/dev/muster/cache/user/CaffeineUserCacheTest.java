package dev.muster.cache.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserCacheContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CaffeineUserCacheTest implements UserCacheContract {

    private static final int MAX_USERS = 10_000;

    private final TestClock clock = new TestClock();
    private final UserCache timed = new CaffeineUserCache(
            () -> Duration.between(TestClock.START, clock.instant()).toNanos());
    private final UserCache cache = new CaffeineUserCache();

    @Override
    public UserCache cache() {
        return cache;
    }

    @Test
    void personIsRememberedForFifteenMinutesHoweverOftenTheyAreUsed() {
        User user = aUser().build();
        timed.find(user.id(), id -> Optional.of(user));
        for (int minute = 1; minute < 15; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(isRemembered(timed, user)).isTrue();
        }

        clock.advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(isRemembered(timed, user)).isTrue();

        clock.advance(Duration.ofNanos(1));
        assertThat(isRemembered(timed, user)).isFalse();
    }

    @Test
    void noMoreThanTenThousandPeopleAreRemembered() {
        List<User> all =
                Stream.generate(() -> aUser().build()).limit(MAX_USERS + 1000).toList();
        all.forEach(user -> cache.find(user.id(), id -> Optional.of(user)));

        assertThat(settledCount(all)).isPositive().isLessThanOrEqualTo(MAX_USERS);
    }

    /** Who is too much goes in the background, soon. */
    private long settledCount(List<User> all) {
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        long count = count(all);
        while (count > MAX_USERS && System.nanoTime() < deadline) {
            count = count(all);
        }
        return count;
    }

    private long count(List<User> all) {
        return all.stream().filter(user -> isRemembered(cache, user)).count();
    }

    private static boolean isRemembered(UserCache cache, User user) {
        return cache.find(user.id(), id -> Optional.empty()).isPresent();
    }
}
