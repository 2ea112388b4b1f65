package dev.muster.web.execution;

import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.web.shared.TimedPlace;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class ExecutionCursor {

    private ExecutionCursor() {}

    static String encode(ExecutionPosition position) {
        return new TimedPlace(position.createdAt(), position.id().value()).cursor();
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable ExecutionPosition decode(@Nullable String cursor) {
        TimedPlace place = TimedPlace.of(cursor);
        return place == null ? null : new ExecutionPosition(place.at(), new ExecutionId(place.id()));
    }
}
