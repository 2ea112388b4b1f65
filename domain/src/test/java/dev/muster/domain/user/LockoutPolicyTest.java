package dev.muster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockoutPolicyTest {

    @Test
    void usuallyTenWrongPasswordsInsideAQuarterOfAnHourShutSignInForAnother() {
        assertThat(LockoutPolicy.DEFAULT)
                .isEqualTo(new LockoutPolicy(10, Duration.ofMinutes(15), Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @CsvSource({
        "2, PT15M, PT15M",
        "101, PT15M, PT15M",
        "10, PT0S, PT15M",
        "10, PT-1S, PT15M",
        "10, PT15M, PT0S",
        "10, PT15M, PT-1S"
    })
    void policyOutOfBoundsIsRefused(int maxFailures, Duration window, Duration lock) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LockoutPolicy(maxFailures, window, lock));
    }

    @ParameterizedTest
    @CsvSource({"3, PT0.001S, P1D", "100, P1D, PT0.001S"})
    void policyWithinBoundsIsTaken(int maxFailures, Duration window, Duration lock) {
        LockoutPolicy policy = new LockoutPolicy(maxFailures, window, lock);

        assertThat(policy.maxFailures()).isEqualTo(maxFailures);
        assertThat(policy.window()).isEqualTo(window);
        assertThat(policy.lock()).isEqualTo(lock);
    }
}
