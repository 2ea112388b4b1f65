package dev.muster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RaceTest {

    @Test
    void tellsWhatBecameOfEveryThread() {
        var outcomes = Race.of(3, thread -> {
            if (thread == 1) {
                throw new UnsupportedOperationException("on purpose");
            }
            return thread;
        });

        assertThat(outcomes).extracting(Race.Outcome::succeeded).containsExactly(true, false, true);
        assertThat(outcomes.get(2).value()).isEqualTo(2);
        assertThatThrownBy(() -> Race.values(outcomes))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void passesOnAFailedAssertion() {
        assertThatThrownBy(() -> Race.of(2, thread -> assertThat(thread).isZero()))
                .isInstanceOf(AssertionError.class);
    }
}
