package dev.muster.security.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Ids;
import dev.muster.testkit.shared.IdsContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class UuidV7IdsTest implements IdsContract {

    private final InstantSource clock = InstantSource.system();
    private final Ids ids = new UuidV7Ids(clock);

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Test
    void timeAndFractionStandWhereTheStandardPutsThem() {
        Instant halfAMillisecondLater = Instant.parse("2022-02-22T19:22:22Z").plusNanos(500_000);

        UUID id = new UuidV7Ids(InstantSource.fixed(halfAMillisecondLater)).next();

        // The time of the example in RFC 9562, appendix A.6; the fraction is 2048 of 4096.
        assertThat(id.toString()).startsWith("017f22e2-79b0-7800-");
    }

    @Test
    void idsRiseWhileTheClockStandsStillOrIsSetBack() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        UuidV7Ids back = new UuidV7Ids(now::get);

        String first = back.next().toString();
        String second = back.next().toString();
        now.set(start.minusSeconds(3600));
        String third = back.next().toString();

        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(third);
    }
}
