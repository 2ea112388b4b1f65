package dev.muster.web.audit;

import dev.muster.domain.audit.AuditPosition;
import dev.muster.web.shared.Cursors;
import dev.muster.web.shared.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class AuditCursor {

    /** Microseconds since 1970, and the id. */
    private static final int BYTES = Long.BYTES + 2 * Long.BYTES;

    /** Anyone can make up a cursor; a time that no store can hold is refused. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private AuditCursor() {}

    static String encode(AuditPosition position) {
        return Cursors.encode(ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.at()))
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits()));
    }

    /** @throws Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable AuditPosition decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        ByteBuffer bytes = Cursors.decode(cursor, BYTES);
        Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw Cursors.refused();
        }
        return new AuditPosition(at, new UUID(bytes.getLong(), bytes.getLong()));
    }
}
