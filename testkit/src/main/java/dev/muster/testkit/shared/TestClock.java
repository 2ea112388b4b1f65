package dev.muster.testkit.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class TestClock implements InstantSource {

    /** Where it begins, in microseconds as the store keeps them. */
    public static final Instant START = Instant.parse("2026-03-02T09:30:00.123456Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock to a moment, earlier ones included. */
    public void set(Instant moment) {
        now.set(moment);
    }

    /** Moves the clock by a time; a negative one moves it back. */
    public void advance(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }
}
