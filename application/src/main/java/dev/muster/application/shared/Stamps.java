package dev.muster.application.shared;

import dev.muster.domain.shared.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Gives what comes into being its id and its time. */
public record Stamps(Ids ids, InstantSource clock) {

    public UUID nextId() {
        return ids.next();
    }

    /** The time in microseconds, as the store keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
