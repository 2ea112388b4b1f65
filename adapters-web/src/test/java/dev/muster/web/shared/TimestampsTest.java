package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Invalid;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30:00Z, 2026-03-02T09:30:00Z",
        "2026-03-02T09:30:00.5Z, 2026-03-02T09:30:00.500000Z",
        "2026-03-02T09:30:00.000001Z, 2026-03-02T09:30:00.000001Z",
        "2026-03-02T09:30:00.000000999Z, 2026-03-02T09:30:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        "1969-12-31T23:59:59.25Z, 1969-12-31T23:59:59.250000Z"
    })
    void formatsInUtcWithMicroseconds(Instant time, String text) {
        assertThat(Timestamps.format(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T09:30:00Z",
                "2026-03-02t09:30:00z",
                "2026-03-02T10:30:00+01:00",
                "2026-03-02T09:30:00.000Z",
                "2026-03-02T04:00:00-05:30"
            })
    void parsesAnyOffset(String text) {
        assertThat(Timestamps.parse(text)).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-12-31T23:59:59Z",
                "0000-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "10000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "999-01-01T00:00:00Z",
                "2026-03-02 09:30:00Z",
                "2026-03-02T09:30:00"
            })
    void refusesWhatRfc3339CanNotWrite(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void parsesWhatItFormatted() {
        Instant time = Instant.parse("2026-03-02T09:30:00.123456Z");

        assertThat(Timestamps.parse(Timestamps.format(time))).isEqualTo(time);
    }
}
