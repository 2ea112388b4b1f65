package dev.muster.web.task;

import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.web.shared.Cursors;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A position as a cursor. It has all that any order looks at, so that the cursor of one order leads on from the same task
 * in every other.
 */
final class TaskCursor {

    /** Score, two times, the due time with a sign that there is one, priority, id. */
    private static final int BYTES = Float.BYTES + 2 * Long.BYTES + 1 + Long.BYTES + 1 + 2 * Long.BYTES;

    /** Anyone can make up a cursor; times that no store holds are refused. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private TaskCursor() {}

    static String encode(TaskPosition position) {
        Instant due = position.dueAt();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putFloat(position.score())
                .putLong(micros(position.createdAt()))
                .putLong(micros(position.updatedAt()))
                .put((byte) (due == null ? 0 : 1))
                .putLong(due == null ? 0 : micros(due))
                .put((byte) position.priority().ordinal())
                .putLong(position.id().value().getMostSignificantBits())
                .putLong(position.id().value().getLeastSignificantBits());
        return Cursors.encode(bytes);
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable TaskPosition decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        ByteBuffer bytes = Cursors.decode(cursor, BYTES);
        return new TaskPosition(
                score(bytes.getFloat()),
                time(bytes.getLong()),
                time(bytes.getLong()),
                due(bytes.get(), bytes.getLong()),
                priority(bytes.get()),
                new TaskId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    private static float score(float score) {
        if (!Float.isFinite(score)) {
            throw Cursors.refused();
        }
        return score;
    }

    private static @Nullable Instant due(byte given, long micros) {
        return given == 0 ? null : time(micros);
    }

    private static TaskPriority priority(byte ordinal) {
        TaskPriority[] all = TaskPriority.values();
        if (ordinal < 0 || ordinal >= all.length) {
            throw Cursors.refused();
        }
        return all[ordinal];
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant time(long micros) {
        Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw Cursors.refused();
        }
        return time;
    }
}
