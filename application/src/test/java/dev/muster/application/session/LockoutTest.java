package dev.muster.application.session;

import static dev.muster.application.shared.AccountStage.LAPTOP;
import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.limit.LimitError;
import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.session.Device;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.Password;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lock that ends by itself, and that nobody can cause alone. */
final class LockoutTest {

    private static final Password WRONG = new Password("not the password");
    private static final Device ELSEWHERE = new Device(null, "198.51.100.7", null);

    private final AccountStage muster = new AccountStage();
    private final LogIn limited = muster.logIn(muster.proof, muster.limits(LimitPolicy.DEFAULT), muster.tokens);

    @BeforeEach
    void join() {
        muster.join("ann");
    }

    @Test
    void tenthWrongPasswordLocks() {
        fail(9);
        assertThat(muster.stored("ann").signIns().lockedUntil()).isNull();
        fail(1);

        assertThat(muster.stored("ann").signIns().lockedUntil())
                .isEqualTo(muster.stamps.now().plus(LockoutPolicy.DEFAULT.lock()));
    }

    @Test
    void lockedAccountRefusesTheRightPasswordAsIfItWereWrong() {
        fail(10);

        assertRefused(SessionError.INVALID_CREDENTIALS, () -> muster.signIn("ann"));
    }

    @Test
    void lockEndsByItself() {
        fail(10);
        muster.clock.advance(LockoutPolicy.DEFAULT.lock());

        assertThat(muster.signIn("ann").user().signIns().lockedUntil()).isNull();
    }

    @Test
    void triesWhileLockedDoNotProlongIt() {
        fail(10);
        muster.clock.advance(Duration.ofMinutes(14));
        fail(30);
        muster.clock.advance(Duration.ofMinutes(1));

        assertThat(muster.signIn("ann").session()).isNotNull();
    }

    @Test
    void successClearsTheCount() {
        fail(9);
        muster.signIn("ann");
        fail(9);

        assertThat(muster.signIn("ann").user().signIns().failedAttempts()).isZero();
    }

    @Test
    void sessionsGoOnWhileLocked() {
        SignedIn before = muster.signIn("ann");
        fail(10);

        assertThat(muster.principal(before)).isNotNull();
        assertThat(muster.refreshSession.refresh(before.refreshToken()).session())
                .isEqualTo(before.session());
    }

    @Test
    void wrongPasswordsAtOnceAreAllCounted() {
        Race.of(9, thread -> thread + attempt("ann", muster.logIn));

        assertThat(muster.stored("ann").signIns().failedAttempts()).isEqualTo(9);
    }

    @Test
    void oneAddressAloneNeverLocksWhicheverOfTheTwoIdentifiersItTries() {
        for (int half = 0; half < 480; half++) {
            attempt("ann", limited);
            attempt("ann@example.org", limited);
            assertThat(muster.stored("ann").signIns().lockedUntil()).isNull();
            muster.clock.advance(Duration.ofSeconds(30));
        }

        assertThat(limited("ann", PASSWORD, ELSEWHERE).session()).isNotNull();
    }

    @Test
    void fifthWrongPasswordFromOneAddressIsRefusedForATime() {
        for (int tries = 0; tries < 4; tries++) {
            assertRefused(SessionError.INVALID_CREDENTIALS, () -> limited("ann", WRONG, LAPTOP));
        }

        assertRefused(LimitError.RATE_LIMITED, () -> limited("ANN", PASSWORD, LAPTOP));
        assertThat(limited("ann", PASSWORD, ELSEWHERE).session()).isNotNull();
        muster.clock.advance(Duration.ofMinutes(15));
        assertThat(limited("ann", PASSWORD, LAPTOP).session()).isNotNull();
    }

    @Test
    void unknownAccountsAreLimitedAlike() {
        for (int tries = 0; tries < 4; tries++) {
            assertRefused(SessionError.INVALID_CREDENTIALS, () -> limited("nobody", WRONG, LAPTOP));
        }

        assertRefused(LimitError.RATE_LIMITED, () -> limited("nobody", WRONG, LAPTOP));
    }

    @Test
    void successIsNotCountedAgainstTheAccount() {
        for (int times = 0; times < 20; times++) {
            assertThat(limited("ann", PASSWORD, LAPTOP).session()).isNotNull();
        }
    }

    @Test
    void oneAddressSignsInThirtyTimesAMinuteWhoeverFor() {
        for (int times = 0; times < 30; times++) {
            int number = times;
            assertRefused(SessionError.INVALID_CREDENTIALS, () -> limited("user" + number, WRONG, LAPTOP));
        }

        assertRefused(LimitError.RATE_LIMITED, () -> limited("ann", PASSWORD, LAPTOP));
    }

    private void fail(int times) {
        for (int tries = 0; tries < times; tries++) {
            assertRefused(SessionError.INVALID_CREDENTIALS, () -> muster.signIn("ann", WRONG));
        }
    }

    private SignedIn limited(String identifier, Password password, Device device) {
        return limited.logIn(identifier, password, device, null);
    }

    private static String attempt(String identifier, LogIn logIn) {
        try {
            return logIn.logIn(identifier, WRONG, LAPTOP, null).session().toString();
        } catch (Failure refused) {
            return refused.code().toString();
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
