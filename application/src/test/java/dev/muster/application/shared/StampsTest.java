package dev.muster.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Ids;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StampsTest {

    private static final UUID ID = UUID.fromString("019c0000-0000-7000-8000-000000000001");

    private final TestClock clock = new TestClock();
    private final Ids ids = () -> ID;
    private final Stamps stamps = new Stamps(ids, clock);

    @Test
    void timeIsCutToMicroseconds() {
        clock.set(Instant.parse("2026-03-02T09:30:00.123456789Z"));

        assertThat(stamps.now()).isEqualTo(Instant.parse("2026-03-02T09:30:00.123456Z"));
    }

    @Test
    void timeGoesOn() {
        Instant before = stamps.now();
        clock.advance(Duration.ofSeconds(1));

        assertThat(stamps.now()).isEqualTo(before.plusSeconds(1));
    }

    @Test
    void idsAreThoseOfTheGenerator() {
        assertThat(stamps.nextId()).isEqualTo(ID);
    }
}
