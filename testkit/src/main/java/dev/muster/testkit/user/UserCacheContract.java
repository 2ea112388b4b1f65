package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What a {@link UserCache} promises. A test class of the adapter implements this interface and gives a cache that has
 * room for some hundred people and keeps them for a minute at least; how it is bounded is left to the adapter's own test.
 */
public interface UserCacheContract {

    /** What is tested; the same at every call of a test. */
    UserCache cache();

    @Test
    default void whoIsNotRememberedIsLoaded() {
        User user = aUser().build();

        assertThat(cache().find(
                                user.id(),
                                id -> Optional.of(user)
                                        .filter(found -> found.id().equals(id))))
                .contains(user);
    }

    @Test
    default void whoWasLoadedIsRememberedWithEverything() {
        User known = remembered(UserFixture.everythingKnown());
        User little = remembered(aUser().build());

        assertThat(cache().find(known.id(), refuse())).contains(known);
        assertThat(cache().find(little.id(), refuse())).contains(little);
    }

    @Test
    default void whoIsNotFoundIsLoadedAgain() {
        User user = aUser().build();

        assertThat(cache().find(user.id(), id -> Optional.empty())).isEmpty();
        assertThat(cache().find(user.id(), id -> Optional.of(user))).contains(user);
    }

    @Test
    default void failureToLoadIsPassedOnAndForgotten() {
        User user = aUser().build();
        var fault = new UnsupportedOperationException("on purpose");

        assertThatThrownBy(() -> cache().find(user.id(), id -> {
                    throw fault;
                }))
                .isSameAs(fault);
        assertThat(cache().find(user.id(), id -> Optional.of(user))).contains(user);
    }

    @Test
    default void whoIsForgottenIsLoadedAgain() {
        User before = remembered(aUser().build());
        User after = before.with(before.details(), TestClock.START.plusSeconds(1));
        cache().forget(before.id());

        assertThat(cache().find(before.id(), id -> Optional.of(after))).contains(after);
        assertThat(cache().find(before.id(), refuse())).contains(after);
    }

    @Test
    default void forgettingOneLeavesOthersAlone() {
        User one = remembered(aUser().build());
        User other = remembered(aUser().build());
        cache().forget(one.id());
        cache().forget(UserFixture.nextId());

        assertThat(cache().find(other.id(), refuse())).contains(other);
    }

    @Test
    default void manyWhoAskForOnePersonShareOneLoad() {
        User user = aUser().build();
        AtomicInteger loads = new AtomicInteger();
        var outcomes = Race.of(thread -> cache().find(user.id(), id -> {
            loads.incrementAndGet();
            pause();
            return Optional.of(user);
        }));

        assertThat(Race.values(outcomes)).containsOnly(Optional.of(user));
        assertThat(loads).hasValue(1);
    }

    @Test
    default void whomALoadFindsThatBeganBeforeForgettingIsForgotten() throws InterruptedException {
        User user = aUser().build();
        duringALoadOf(user, () -> cache().forget(user.id()));

        assertForgotten(user);
    }

    @Test
    default void nobodyIsRememberedInAPause() {
        User before = remembered(aUser().build());
        User after = before.with(before.details(), TestClock.START.plusSeconds(1));
        cache().pause();

        assertThat(cache().find(before.id(), id -> Optional.of(after))).contains(after);
        assertForgotten(before);
        cache().resume();
    }

    @Test
    default void whomALoadFindsThatBeganBeforeAPauseIsForgotten() throws InterruptedException {
        User user = aUser().build();
        duringALoadOf(user, () -> {
            cache().pause();
            cache().resume();
        });

        assertForgotten(user);
    }

    @Test
    default void whomALoadFindsThatBeganInAPauseIsForgotten() throws InterruptedException {
        User user = aUser().build();
        cache().pause();
        duringALoadOf(user, () -> cache().resume());

        assertForgotten(user);
    }

    @Test
    default void nobodyComesBackAfterAPauseAndWhoIsNewIsRemembered() {
        User before = remembered(aUser().build());
        cache().pause();
        cache().resume();

        assertForgotten(before);
        assertThat(cache().find(remembered(before).id(), refuse())).contains(before);
    }

    /** Does something while someone is being loaded in another thread. */
    private void duringALoadOf(User user, Runnable work) throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            pool.submit(() -> cache().find(user.id(), id -> {
                loading.countDown();
                await(goOn);
                return Optional.of(user);
            }));
            await(loading);
            // The work may wait for the load, so it needs a thread of its own and a moment to begin.
            pool.submit(work);
            pause();
            goOn.countDown();
        }
    }

    private User remembered(User user) {
        cache().find(user.id(), id -> Optional.of(user));
        return user;
    }

    private void assertForgotten(User user) {
        assertThat(cache().find(user.id(), id -> Optional.empty())).isEmpty();
    }

    private static Function<UserId, Optional<User>> refuse() {
        return id -> {
            throw new AssertionError("remembered, so there is nothing to load");
        };
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
