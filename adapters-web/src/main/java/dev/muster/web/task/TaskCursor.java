package dev.muster.web.task;

import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.web.shared.Cursors;
import dev.muster.web.shared.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class TaskCursor {

    /** Microseconds since 1970, and the id. */
    private static final int BYTES = Long.BYTES + 2 * Long.BYTES;

    /** Anyone can make up a cursor; a time that no store can hold is refused. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private TaskCursor() {}

    static String encode(TaskPosition position) {
        UUID id = position.id().value();
        return Cursors.encode(ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.createdAt()))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()));
    }

    /** @throws Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable TaskPosition decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        ByteBuffer bytes = Cursors.decode(cursor, BYTES);
        Instant createdAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        if (createdAt.isBefore(Instant.EPOCH) || createdAt.isAfter(LAST)) {
            throw Cursors.refused();
        }
        return new TaskPosition(createdAt, new TaskId(new UUID(bytes.getLong(), bytes.getLong())));
    }
}
