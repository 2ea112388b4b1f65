package dev.muster.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.domain.user.LockoutPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateLimitTest {

    @ParameterizedTest
    @CsvSource({
        "Sign-In, 5, PT15M",
        "'', 5, PT15M",
        "-sign, 5, PT15M",
        "sign in, 5, PT15M",
        "sign-in, 0, PT15M",
        "sign-in, -1, PT15M",
        "sign-in, 5, PT0.999S",
        "sign-in, 5, PT24H0.001S"
    })
    void limitOutOfBoundsIsRefused(String name, int quota, Duration window) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(name, quota, window));
    }

    @ParameterizedTest
    @CsvSource({"a, 1, PT1S", "sign-in-address, 1000000, P1D"})
    void limitWithinBoundsIsTaken(String name, int quota, Duration window) {
        RateLimit limit = new RateLimit(name, quota, window);

        assertThat(limit.name()).isEqualTo(name);
        assertThat(limit.quota()).isEqualTo(quota);
        assertThat(limit.window()).isEqualTo(window);
    }

    @Test
    void limitsCountApart() {
        LimitPolicy policy = LimitPolicy.DEFAULT;

        assertThat(List.of(policy.requests(), policy.signIn(), policy.signInAddress(), policy.register()))
                .extracting(RateLimit::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void limitOnRequestsCanBeSetAndTheOthersStay() {
        LimitPolicy policy = LimitPolicy.ofRequests(7, Duration.ofSeconds(3));

        assertThat(policy.requests()).isEqualTo(new RateLimit(LimitPolicy.REQUESTS, 7, Duration.ofSeconds(3)));
        assertThat(policy.signIn()).isEqualTo(LimitPolicy.DEFAULT.signIn());
        assertThat(policy.enforced()).isTrue();
        assertThat(LimitPolicy.OFF.enforced()).isFalse();
    }

    @Test
    void oneAddressIsStoppedBeforeItLocksAnAccount() {
        assertThat(2 * LimitPolicy.DEFAULT.signIn().quota()).isLessThan(LockoutPolicy.DEFAULT.maxFailures());
        assertThat(LimitPolicy.DEFAULT.signIn().window()).isGreaterThanOrEqualTo(LockoutPolicy.DEFAULT.window());
    }
}
