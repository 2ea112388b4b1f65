package dev.muster.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReauthenticationPolicyTest {

    @Test
    void usuallyASignInIsRecentForAQuarterOfAnHour() {
        assertThat(ReauthenticationPolicy.DEFAULT).isEqualTo(new ReauthenticationPolicy(Duration.ofMinutes(15)));
        assertThat(ReauthenticationPolicy.DEFAULT.isOff()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1M", "PT0.001S", "PT59.999S", "PT24H0.001S"})
    void agesOutOfBoundsAreRefused(Duration age) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReauthenticationPolicy(age));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT24H"})
    void agesWithinBoundsAreTaken(Duration age) {
        assertThat(new ReauthenticationPolicy(age).isOff()).isFalse();
    }

    @Test
    void zeroTurnsItOff() {
        assertThat(new ReauthenticationPolicy(Duration.ZERO).isOff()).isTrue();
    }
}
