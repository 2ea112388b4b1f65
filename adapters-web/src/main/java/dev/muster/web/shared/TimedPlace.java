package dev.muster.web.shared;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an item stands in a list that goes by time, of two of the same time by id. */
public record TimedPlace(Instant at, UUID id) {

    /** Microseconds since 1970, and the id. */
    private static final int BYTES = Long.BYTES + 2 * Long.BYTES;

    /** Anyone can make up a cursor; a time that no store can hold is refused. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    public String cursor() {
        return Cursors.encode(ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()));
    }

    /**
     * The place of a cursor, or null if there is none.
     *
     * @throws Refusal with INVALID_CURSOR if it is not one that {@link #cursor} made
     */
    public static @Nullable TimedPlace of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        ByteBuffer bytes = Cursors.decode(cursor, BYTES);
        Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw Cursors.refused();
        }
        return new TimedPlace(at, new UUID(bytes.getLong(), bytes.getLong()));
    }
}
