package dev.muster.web.task;

import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.web.shared.TimedPlace;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class TaskCursor {

    private TaskCursor() {}

    static String encode(TaskPosition position) {
        return new TimedPlace(position.createdAt(), position.id().value()).cursor();
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable TaskPosition decode(@Nullable String cursor) {
        TimedPlace place = TimedPlace.of(cursor);
        return place == null ? null : new TaskPosition(place.at(), new TaskId(place.id()));
    }
}
