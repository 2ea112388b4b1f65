package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReservedSocketTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 8080})
    void hostThatIsNoneIsToldInOneSentence(int port) {
        var http = new Settings.Http("muster.invalid", port, "http://localhost", 1, 10, Duration.ofMillis(50));

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> ReservedSocket.choose(http))
                .withMessageContaining("MUSTER_HOST")
                .withMessageEndingWith(".");
    }
}
