package dev.muster.web.project;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.web.shared.TimedPlace;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class ProjectCursor {

    private ProjectCursor() {}

    static String encode(ProjectPosition position) {
        return new TimedPlace(position.createdAt(), position.id().value()).cursor();
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable ProjectPosition decode(@Nullable String cursor) {
        TimedPlace place = TimedPlace.of(cursor);
        return place == null ? null : new ProjectPosition(place.at(), new ProjectId(place.id()));
    }
}
