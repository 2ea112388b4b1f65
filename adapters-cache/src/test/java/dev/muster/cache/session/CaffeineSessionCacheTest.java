package dev.muster.cache.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.Permission;
import dev.muster.testkit.session.SessionCacheContract;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CaffeineSessionCacheTest implements SessionCacheContract {

    private static final int MAX_SESSIONS = 100_000;
    private static final Duration LONG = Duration.ofDays(30);

    private final TestClock clock = new TestClock();
    private final SessionCache timed = new CaffeineSessionCache(clock, this::nanos);
    private final SessionCache cache = new CaffeineSessionCache(clock);

    @Override
    public SessionCache cache() {
        return cache;
    }

    @Test
    void sessionIsRememberedForFifteenMinutes() {
        SessionId id = remember(principal(LONG));

        clock.advance(Duration.ofMinutes(15).minusNanos(1));
        assertThat(timed.findRemembered(id)).isPresent();

        clock.advance(Duration.ofNanos(1));
        assertThat(timed.findRemembered(id)).isEmpty();
    }

    @Test
    void useDoesNotProlongIt() {
        SessionId id = remember(principal(LONG));
        for (int minute = 1; minute < 15; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(timed.findRemembered(id)).isPresent();
        }

        clock.advance(Duration.ofMinutes(1));
        assertThat(timed.findRemembered(id)).isEmpty();
    }

    @Test
    void sessionIsLoadedAgainAfterItsTime() {
        Principal before = principal(LONG);
        Principal after = new Principal(
                before.user(),
                before.session(),
                Set.of(Permission.USERS_WRITE),
                before.signedInAt(),
                before.expiresAt());
        remember(before);
        clock.advance(Duration.ofMinutes(15));

        assertThat(timed.find(before.session(), id -> Optional.of(after))).contains(after);
        assertThat(timed.findRemembered(before.session())).contains(after);
    }

    @Test
    void sessionIsNeverRememberedBeyondItsEnd() {
        SessionId id = remember(principal(Duration.ofMinutes(5)));

        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(timed.findRemembered(id)).isPresent();

        clock.advance(Duration.ofNanos(1));
        assertThat(timed.findRemembered(id)).isEmpty();
    }

    @Test
    void sessionThatHasEndedIsNotRemembered() {
        SessionId ended = remember(principal(Duration.ofSeconds(-1)));
        SessionId ending = remember(principal(Duration.ZERO));

        assertThat(timed.findRemembered(ended)).isEmpty();
        assertThat(timed.findRemembered(ending)).isEmpty();
    }

    @Test
    void noMoreThanAHundredThousandSessionsAreRemembered() {
        Instant end = clock.instant().plus(LONG);
        List<SessionId> ids = Stream.generate(SessionFixture::nextId)
                .limit(MAX_SESSIONS + 5000)
                .toList();
        Principal one = principal(LONG);
        ids.forEach(id ->
                cache.find(id, key -> Optional.of(new Principal(one.user(), key, Set.of(), one.signedInAt(), end))));

        assertThat(settledCount(ids)).isPositive().isLessThanOrEqualTo(MAX_SESSIONS);
    }

    @Test
    void forgettingNeverWaitsForALoad() throws InterruptedException {
        Principal principal = principal(LONG);
        try (var load = new SlowLoad(timed, principal)) {
            timed.forget(principal.session());
            timed.forgetUser(principal.user());

            assertThat(timed.find(principal.session(), id -> Optional.empty())).isEmpty();
            load.finish();
        }
        assertThat(timed.findRemembered(principal.session())).isEmpty();
    }

    @Test
    void whatIsLoadedAfterForgettingIsKeptWhenAnEarlierLoadEnds() throws InterruptedException {
        Principal before = principal(LONG);
        Principal after = new Principal(
                before.user(),
                before.session(),
                Set.of(Permission.USERS_WRITE),
                before.signedInAt(),
                before.expiresAt());
        try (var load = new SlowLoad(timed, before)) {
            timed.forget(before.session());
            remember(after);
            load.finish();
        }
        assertThat(timed.findRemembered(before.session())).contains(after);
    }

    @Test
    void pauseNeverWaitsForALoad() throws InterruptedException {
        Principal principal = principal(LONG);
        try (var load = new SlowLoad(timed, principal)) {
            timed.pause();
            timed.resume();

            assertThat(timed.find(principal.session(), id -> Optional.empty())).isEmpty();
            load.finish();
        }
        assertThat(timed.findRemembered(principal.session())).isEmpty();
    }

    @Test
    void failureIsThatOfAllWhoWaitForTheLoad() {
        SessionId id = SessionFixture.nextId();
        var fault = new UnsupportedOperationException("on purpose");
        var outcomes = Race.of(thread -> timed.find(id, key -> {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            throw fault;
        }));

        assertThat(outcomes).extracting(Race.Outcome::failure).containsOnly(fault);
        assertThat(timed.findRemembered(id)).isEmpty();
    }

    @Test
    void lookingAtWhatIsRememberedNeverWaitsForALoad() throws InterruptedException {
        Principal principal = principal(LONG);
        try (var load = new SlowLoad(timed, principal)) {
            assertThat(timed.findRemembered(principal.session())).isEmpty();
            load.finish();
        }
        assertThat(timed.findRemembered(principal.session())).contains(principal);
    }

    private SessionId remember(Principal principal) {
        timed.find(principal.session(), id -> Optional.of(principal));
        return principal.session();
    }

    private Principal principal(Duration left) {
        return new Principal(
                UserFixture.nextId(),
                SessionFixture.nextId(),
                Set.of(Permission.USERS_READ),
                clock.instant(),
                clock.instant().plus(left));
    }

    /** Who is too much goes in the background, soon. */
    private long settledCount(List<SessionId> ids) {
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        long count = count(ids);
        while (count > MAX_SESSIONS && System.nanoTime() < deadline) {
            count = count(ids);
        }
        return count;
    }

    private long count(List<SessionId> ids) {
        return ids.stream().filter(id -> cache.findRemembered(id).isPresent()).count();
    }

    private long nanos() {
        return Duration.between(TestClock.START, clock.instant()).toNanos();
    }
}
