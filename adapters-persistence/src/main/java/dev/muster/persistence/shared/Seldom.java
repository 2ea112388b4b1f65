package dev.muster.persistence.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Keeps a fault that lasts, and that everybody runs into, from filling the log. */
public final class Seldom {

    /** How long a line stands for all that would be like it. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final AtomicLong next;

    public Seldom() {
        this(System::nanoTime);
    }

    /** @param nanos the time that has passed, from any beginning */
    Seldom(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
    }

    /** Whether it may be told now; after a yes not again for the {@link #PAUSE}, whoever asks. */
    public boolean mayTell() {
        long now = nanos.getAsLong();
        long from = next.get();
        return now - from >= 0 && next.compareAndSet(from, now + PAUSE.toNanos());
    }
}
