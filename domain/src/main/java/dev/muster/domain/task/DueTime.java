package dev.muster.domain.task;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Until when a task is to be done: a moment of the years 1 to 9999, as RFC 3339 can write it, in microseconds. */
public record DueTime(Instant value) {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** @throws Invalid if it is out of range */
    public DueTime {
        if (value.isBefore(FIRST) || value.isAfter(LAST)) {
            throw Invalid.value(FieldError.OUT_OF_RANGE, "must be in the years 0001 to 9999");
        }
        value = value.truncatedTo(ChronoUnit.MICROS);
    }
}
