package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void parsesWhatItFormatted() {
        Instant time = Instant.parse("2026-03-02T09:30:00.123456Z");

        assertThat(Timestamps.parse(Timestamps.format(time))).isEqualTo(time);
    }
}
