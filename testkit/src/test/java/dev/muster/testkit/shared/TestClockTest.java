package dev.muster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TestClockTest {

    private final TestClock clock = new TestClock();

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(TestClock.START).isEqualTo(clock.instant());
    }

    @Test
    void isMovedByATimeOrToAMoment() {
        clock.advance(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(TestClock.START.plusSeconds(60));

        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }
}
