package dev.muster.web.export;

import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportPosition;
import dev.muster.web.shared.TimedPlace;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class ExportCursor {

    private ExportCursor() {}

    static String encode(ExportPosition position) {
        return new TimedPlace(position.createdAt(), position.id().value()).cursor();
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable ExportPosition decode(@Nullable String cursor) {
        TimedPlace place = TimedPlace.of(cursor);
        return place == null ? null : new ExportPosition(place.at(), new ExportId(place.id()));
    }
}
