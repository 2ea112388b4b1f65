package dev.muster.web.task;

import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A position as clients carry it: opaque, and with a checksum, so that a damaged one is not taken for another. */
final class TaskCursor {

    /** Microseconds since 1970, the id, the checksum of both. */
    private static final int BYTES = Long.BYTES + 2 * Long.BYTES + Integer.BYTES;

    /** A checksum keeps no one from making up a position; a time that no store can hold is refused besides. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private TaskCursor() {}

    static String encode(TaskPosition position) {
        UUID id = position.id().value();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.createdAt()))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        bytes.putInt(checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable TaskPosition decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            byte[] raw = Base64.getUrlDecoder().decode(cursor);
            if (raw.length == BYTES) {
                TaskPosition position = position(ByteBuffer.wrap(raw));
                // The form is exact: not one letter may differ.
                if (encode(position).equals(cursor) && isStorable(position.createdAt())) {
                    return position;
                }
            }
        } catch (IllegalArgumentException damaged) {
            throw refused();
        }
        throw refused();
    }

    private static TaskPosition position(ByteBuffer bytes) {
        Instant createdAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        return new TaskPosition(createdAt, new TaskId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    private static boolean isStorable(Instant createdAt) {
        return !createdAt.isBefore(Instant.EPOCH) && !createdAt.isAfter(LAST);
    }

    private static int checksum(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, BYTES - Integer.BYTES);
        return (int) checksum.getValue();
    }

    private static Refusal refused() {
        return Refusal.ofParameter(WebError.INVALID_CURSOR, "cursor", "must be a next_cursor of this list");
    }
}
