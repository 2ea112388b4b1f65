package dev.muster.testkit.shared;

import dev.muster.domain.shared.Ids;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 of a clock that may stand still: 48 bits of milliseconds and 12 bits that count within one (RFC 9562, section
 * 6.2, method 1), then 62 random bits. Thread-safe.
 */
public final class MonotonicIds implements Ids {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3fff_ffff_ffff_ffffL;

    private final InstantSource clock;
    private final AtomicLong ticks = new AtomicLong();

    public MonotonicIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << 12;
        long tick = ticks.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick >>> 12 << 16) | VERSION_7 | (tick & 0xfff);
        return new UUID(high, VARIANT | (ThreadLocalRandom.current().nextLong() & RANDOM_BITS));
    }
}
