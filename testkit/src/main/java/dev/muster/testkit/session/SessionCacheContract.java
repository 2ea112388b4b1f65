package dev.muster.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What a {@link SessionCache} promises. A test class of the adapter implements this interface and gives a cache that has
 * room for some hundred sessions and keeps them for a minute at least; how it is bounded is left to the adapter's own
 * test.
 */
public interface SessionCacheContract {

    /** What is tested; the same at every call of a test. */
    SessionCache cache();

    @Test
    default void whatIsNotRememberedIsLoaded() {
        Principal principal = principal();

        assertThat(cache().find(principal.session(), id -> Optional.of(principal)))
                .contains(principal);
    }

    @Test
    default void loadIsToldTheSession() {
        Principal principal = principal();

        assertThat(cache().find(
                                principal.session(),
                                id -> Optional.of(principal)
                                        .filter(found -> found.session().equals(id))))
                .contains(principal);
    }

    @Test
    default void whatWasLoadedIsRemembered() {
        Principal principal = principal();
        cache().find(principal.session(), id -> Optional.of(principal));

        assertThat(cache().find(principal.session(), refuse())).contains(principal);
        assertThat(cache().findRemembered(principal.session())).contains(principal);
    }

    @Test
    default void nothingIsRememberedBeforeItIsLoaded() {
        assertThat(cache().findRemembered(SessionFixture.nextId())).isEmpty();
    }

    @Test
    default void eachSessionIsRememberedForItself() {
        Principal one = principal();
        Principal other = principal();
        cache().find(one.session(), id -> Optional.of(one));
        cache().find(other.session(), id -> Optional.of(other));

        assertThat(cache().findRemembered(one.session())).contains(one);
        assertThat(cache().findRemembered(other.session())).contains(other);
    }

    @Test
    default void sessionThatIsNotFoundIsLoadedAgain() {
        Principal principal = principal();

        assertThat(cache().find(principal.session(), id -> Optional.empty())).isEmpty();
        assertThat(cache().findRemembered(principal.session())).isEmpty();
        assertThat(cache().find(principal.session(), id -> Optional.of(principal)))
                .contains(principal);
    }

    @Test
    default void failureToLoadIsPassedOnAndForgotten() {
        Principal principal = principal();
        var fault = new UnsupportedOperationException("on purpose");

        assertThatThrownBy(() -> cache().find(principal.session(), id -> {
                    throw fault;
                }))
                .isSameAs(fault);
        assertThat(cache().findRemembered(principal.session())).isEmpty();
        assertThat(cache().find(principal.session(), id -> Optional.of(principal)))
                .contains(principal);
    }

    @Test
    default void forgottenSessionIsLoadedAgain() {
        Principal before = principal();
        Principal after =
                new Principal(before.user(), before.session(), Set.of(), before.signedInAt(), before.expiresAt());
        cache().find(before.session(), id -> Optional.of(before));
        cache().forget(before.session());

        assertThat(cache().findRemembered(before.session())).isEmpty();
        assertThat(cache().find(before.session(), id -> Optional.of(after))).contains(after);
    }

    @Test
    default void forgettingOneSessionLeavesOthersAlone() {
        Principal one = principal();
        Principal other = principal();
        cache().find(one.session(), id -> Optional.of(one));
        cache().find(other.session(), id -> Optional.of(other));
        cache().forget(one.session());
        cache().forget(SessionFixture.nextId());

        assertThat(cache().findRemembered(other.session())).contains(other);
    }

    @Test
    default void manyWhoAskForOneSessionShareOneLoad() {
        Principal principal = principal();
        AtomicInteger loads = new AtomicInteger();
        var outcomes = Race.of(thread -> cache().find(principal.session(), id -> {
            loads.incrementAndGet();
            pause();
            return Optional.of(principal);
        }));

        assertThat(Race.values(outcomes)).containsOnly(Optional.of(principal));
        assertThat(loads).hasValue(1);
    }

    @Test
    default void whatALoadFindsThatBeganBeforeForgettingIsForgotten() throws InterruptedException {
        Principal principal = principal();
        duringALoadOf(principal, () -> cache().forget(principal.session()));

        assertThat(cache().findRemembered(principal.session())).isEmpty();
    }

    @Test
    default void forgettingAPersonForgetsAllTheirSessions() {
        Principal phone = remembered(principal());
        Principal laptop = remembered(principalOf(phone.user()));
        Principal other = remembered(principal());
        cache().forgetUser(phone.user());
        cache().forgetUser(UserFixture.nextId());

        assertThat(cache().findRemembered(phone.session())).isEmpty();
        assertThat(cache().findRemembered(laptop.session())).isEmpty();
        assertThat(cache().findRemembered(other.session())).contains(other);
    }

    @Test
    default void whatALoadFindsThatBeganBeforeForgettingThePersonIsForgotten() throws InterruptedException {
        Principal principal = principal();
        duringALoadOf(principal, () -> cache().forgetUser(principal.user()));

        assertThat(cache().findRemembered(principal.session())).isEmpty();
    }

    @Test
    default void forgettingAllForgetsEverySessionAndRemembersNewOnes() {
        Principal one = remembered(principal());
        Principal other = remembered(principal());
        cache().forgetAll();

        assertThat(cache().findRemembered(one.session())).isEmpty();
        assertThat(cache().findRemembered(other.session())).isEmpty();
        assertThat(cache().findRemembered(remembered(one).session())).contains(one);
    }

    @Test
    default void forgettingAllEndsNoPause() {
        Principal principal = principal();
        cache().pause();
        cache().forgetAll();
        cache().find(principal.session(), id -> Optional.of(principal));

        assertThat(cache().findRemembered(principal.session())).isEmpty();
    }

    @Test
    default void whatALoadFindsThatBeganBeforeForgettingAllIsForgotten() throws InterruptedException {
        Principal principal = principal();
        duringALoadOf(principal, () -> cache().forgetAll());

        assertThat(cache().findRemembered(principal.session())).isEmpty();
    }

    @Test
    default void pauseForgetsEverythingAndLoadsEveryTime() {
        Principal before = remembered(principal());
        Principal after =
                new Principal(before.user(), before.session(), Set.of(), before.signedInAt(), before.expiresAt());
        cache().pause();

        assertThat(cache().findRemembered(before.session())).isEmpty();
        assertThat(cache().find(before.session(), id -> Optional.of(after))).contains(after);
        assertThat(cache().findRemembered(before.session())).isEmpty();
        assertThat(cache().find(before.session(), id -> Optional.empty())).isEmpty();
    }

    @Test
    default void whatALoadFindsThatBeganBeforeAPauseIsForgotten() throws InterruptedException {
        Principal principal = principal();
        duringALoadOf(principal, () -> {
            cache().pause();
            cache().resume();
        });

        assertThat(cache().findRemembered(principal.session())).isEmpty();
    }

    @Test
    default void whatALoadFindsThatBeganInAPauseIsForgotten() throws InterruptedException {
        Principal principal = principal();
        cache().pause();
        duringALoadOf(principal, () -> cache().resume());

        assertThat(cache().findRemembered(principal.session())).isEmpty();
    }

    @Test
    default void nothingComesBackAfterAPauseAndNewIsRemembered() {
        Principal before = remembered(principal());
        cache().pause();
        cache().resume();

        assertThat(cache().findRemembered(before.session())).isEmpty();
        assertThat(cache().findRemembered(remembered(before).session())).contains(before);
    }

    /** Does something while a session is being loaded in another thread. */
    private void duringALoadOf(Principal principal, Runnable work) throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            pool.submit(() -> cache().find(principal.session(), id -> {
                loading.countDown();
                await(goOn);
                return Optional.of(principal);
            }));
            await(loading);
            // The work may wait for the load, so it needs a thread of its own and a moment to begin.
            pool.submit(work);
            pause();
            goOn.countDown();
        }
    }

    private Principal remembered(Principal principal) {
        cache().find(principal.session(), id -> Optional.of(principal));
        return principal;
    }

    private static Function<SessionId, Optional<Principal>> refuse() {
        return id -> {
            throw new AssertionError("remembered, so there is nothing to load");
        };
    }

    private static Principal principal() {
        return principalOf(UserFixture.nextId());
    }

    private static Principal principalOf(UserId user) {
        return new Principal(
                user,
                SessionFixture.nextId(),
                Set.of(Permission.USERS_READ),
                TestClock.START,
                TestClock.START.plusSeconds(3600));
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
