package dev.muster.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unavailable;
import dev.muster.domain.task.TaskError;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class VersionsTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void expectedVersionIsAccepted() {
        assertThatCode(() -> Versions.require(1000L, 1000)).doesNotThrowAnyException();
    }

    @Test
    void anyVersionIsAcceptedWhenNoneIsExpected() {
        assertThatCode(() -> Versions.require(null, 7)).doesNotThrowAnyException();
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> Versions.require(1L, 2))
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
    }

    @Test
    void changeIsTriedAgainAsOftenAsOthersCameBetween() {
        assertThat(Versions.changing(null, () -> staleUntil(31))).isEqualTo(31);
    }

    @Test
    void changeIsGivenUpWhenOthersCameBetweenAllTheTime() {
        Duration patience = Duration.ofMillis(100);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> Versions.changing(null, patience, () -> staleUntil(Integer.MAX_VALUE)))
                .satisfies(tired -> assertThat(tired.code()).isEqualTo(SharedError.OVERLOADED));
        assertThat(attempts).hasValueGreaterThan(2);
    }

    @Test
    void changeThatIsInterruptedBetweenTwoAttemptsIsGivenUp() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> Versions.changing(null, () -> staleUntil(2)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void changeOfAnExpectedVersionIsTriedOnce() {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> Versions.changing(1L, () -> staleUntil(2)));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void staleVersionOfOnePartOfARequestIsPassedOnAtOnce() {
        Failure stale = new PreconditionFailed(SharedError.STALE_VERSION, "stale").at("/operations/3");

        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> Versions.changing(null, () -> fail(stale)))
                .isSameAs(stale);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void nextVersionHasToFollowTheExpectedOne() {
        assertThatCode(() -> Versions.requireNext(7L, () -> 8)).doesNotThrowAnyException();
        assertThatExceptionOfType(PreconditionFailed.class).isThrownBy(() -> Versions.requireNext(7L, () -> 9));
        assertThatCode(() -> Versions.requireNext(null, () -> fail(new IllegalStateException("not to be asked"))))
                .doesNotThrowAnyException();
        assertThat(attempts).hasValue(0);
    }

    @Test
    void otherFailureIsPassedOnAtOnce() {
        Conflict conflict = new Conflict(TaskError.TASK_NOT_DELETED, "not deleted");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> Versions.changing(null, () -> fail(conflict)))
                .isSameAs(conflict);
        assertThat(attempts).hasValue(1);
    }

    private int staleUntil(int attempt) {
        int number = attempts.incrementAndGet();
        if (number < attempt) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "stale");
        }
        return number;
    }

    private int fail(RuntimeException failure) {
        attempts.incrementAndGet();
        throw failure;
    }
}
