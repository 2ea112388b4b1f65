package dev.muster.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionPolicyTest {

    private static final SessionPolicy DEFAULT = SessionPolicy.DEFAULT;

    @Test
    void usuallyOneStaysSignedInForSevenDaysInFiftyPlaces() {
        assertThat(DEFAULT)
                .isEqualTo(new SessionPolicy(
                        Duration.ofMinutes(10), Duration.ofDays(7), Duration.ofDays(30), Duration.ofSeconds(10), 50));
    }

    @ParameterizedTest
    @CsvSource({"PT59S, P7D, P30D", "PT61M, P7D, P30D", "PT10M, PT10M, P30D", "PT10M, P31D, P30D"})
    void livesOutOfOrderAreRefused(Duration access, Duration idle, Duration absolute) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionPolicy(access, idle, absolute, DEFAULT.grace(), DEFAULT.maxSessions()));
    }

    @ParameterizedTest
    @CsvSource({"PT1M, PT2M, PT2M", "PT1H, P30D, P30D"})
    void livesInOrderAreTaken(Duration access, Duration idle, Duration absolute) {
        assertThat(new SessionPolicy(access, idle, absolute, DEFAULT.grace(), DEFAULT.maxSessions()).idleLife())
                .isEqualTo(idle);
    }

    @ParameterizedTest
    @CsvSource({"PT-0.001S, 50", "PT1M0.001S, 50", "PT10S, 0", "PT10S, -1"})
    void graceAndNumberOutOfBoundsAreRefused(Duration grace, int maxSessions) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(grace, maxSessions));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT1M, 1000"})
    void graceAndNumberWithinBoundsAreTaken(Duration grace, int maxSessions) {
        SessionPolicy policy = policy(grace, maxSessions);

        assertThat(policy.grace()).isEqualTo(grace);
        assertThat(policy.maxSessions()).isEqualTo(maxSessions);
    }

    private static SessionPolicy policy(Duration grace, int maxSessions) {
        return new SessionPolicy(
                DEFAULT.accessTokenLife(), DEFAULT.idleLife(), DEFAULT.absoluteLife(), grace, maxSessions);
    }
}
