package dev.muster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignInRecordTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LAST_LOGIN = NOW.minusSeconds(86_400);
    private static final LockoutPolicy POLICY = new LockoutPolicy(3, Duration.ofMinutes(15), Duration.ofMinutes(20));

    /** Times in seconds from now; what is empty is null. */
    @ParameterizedTest(name = "{0} failures since {1}, shut until {2}: {3}, {4}, {5}")
    @CsvSource({
        // the first
        "0,     ,      , 1, 0,     ",
        // inside the window, up to its end
        "1,   -1,      , 2, -1,    ",
        "1, -899,      , 2, -899,  ",
        "1, -900,      , 1, 0,     ",
        "2, -900,      , 1, 0,     ",
        "2, -901,      , 1, 0,     ",
        // several at the same moment
        "1,    0,      , 2, 0,     ",
        // the last that is allowed
        "2,   -1,      , 0,  , 1200",
        "2, -899,      , 0,  , 1200",
        // more are counted than allowed, as the policy has become stricter
        "9,   -1,      , 0,  , 1200",
        // shut
        "0,     ,     1, 0,  ,    1",
        "0,     ,  1200, 0,  , 1200",
        "2,   -1,     1, 2, -1,   1",
        // open again
        "0,     ,     0, 1, 0,     ",
        "0,     ,    -1, 1, 0,     ",
        "2,   -1,    -1, 0,  , 1200",
    })
    void wrongPasswordIsCountedByThisTable(
            int failures,
            @Nullable Integer since,
            @Nullable Integer locked,
            int thenFailures,
            @Nullable Integer thenSince,
            @Nullable Integer thenLocked) {
        assertThat(record(failures, since, locked).failed(NOW, POLICY))
                .isEqualTo(record(thenFailures, thenSince, thenLocked));
    }

    @Test
    void lockEndsAtItsEnd() {
        SignInRecord locked = record(0, null, 60);

        assertThat(locked.isLocked(NOW)).isTrue();
        assertThat(locked.isLocked(NOW.plusSeconds(60).minusNanos(1))).isTrue();
        assertThat(locked.isLocked(NOW.plusSeconds(60))).isFalse();
        assertThat(SignInRecord.NONE.isLocked(NOW)).isFalse();
    }

    @Test
    void wrongPasswordsThatComeSlowlyNeverShutSignIn() {
        Duration pause = POLICY.window().dividedBy(POLICY.maxFailures() - 1);
        SignInRecord record = SignInRecord.NONE;
        Instant now = NOW;
        for (int failure = 0; failure < 100; failure++) {
            record = record.failed(now, POLICY);
            assertThat(record.lockedUntil()).isNull();
            now = now.plus(pause);
        }
    }

    @Property
    void fewerAreCountedThanShutSignIn(
            @ForAll @IntRange(min = 3, max = 100) int most, @ForAll List<@IntRange(max = 2000) Integer> pauses) {
        LockoutPolicy policy = new LockoutPolicy(most, POLICY.window(), POLICY.lock());
        SignInRecord record = SignInRecord.NONE;
        Instant now = NOW;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            record = record.failed(now, policy);

            assertThat(record.failedAttempts()).isBetween(0, most - 1);
        }
    }

    @Property
    void lockEndsWhateverIsTriedMeanwhile(@ForAll List<@IntRange(max = 400) Integer> pauses) {
        SignInRecord record = SignInRecord.NONE;
        Instant now = NOW;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            boolean wasLocked = record.isLocked(now);
            SignInRecord next = record.failed(now, POLICY);

            assertThat(next.isLocked(now.plus(POLICY.lock()))).isFalse();
            assertThat(wasLocked ? next : record).isEqualTo(record);
            record = next;
        }
    }

    @Property
    void asManyInARowAsThePolicySaysShutSignIn(@ForAll @IntRange(min = 3, max = 100) int most) {
        LockoutPolicy policy = new LockoutPolicy(most, POLICY.window(), POLICY.lock());
        SignInRecord record = SignInRecord.NONE;
        for (int failure = 1; failure < most; failure++) {
            record = record.failed(NOW, policy);
            assertThat(record.isLocked(NOW)).isFalse();
        }

        assertThat(record.failed(NOW, policy).isLocked(NOW)).isTrue();
    }

    private static SignInRecord record(int failures, @Nullable Integer since, @Nullable Integer locked) {
        return new SignInRecord(failures, at(since), at(locked), LAST_LOGIN);
    }

    private static @Nullable Instant at(@Nullable Integer seconds) {
        return seconds == null ? null : NOW.plusSeconds(seconds);
    }
}
