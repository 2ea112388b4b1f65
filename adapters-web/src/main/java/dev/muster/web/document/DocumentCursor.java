package dev.muster.web.document;

import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentPosition;
import dev.muster.web.shared.TimedPlace;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class DocumentCursor {

    private DocumentCursor() {}

    static String encode(DocumentPosition position) {
        return new TimedPlace(position.createdAt(), position.id().value()).cursor();
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable DocumentPosition decode(@Nullable String cursor) {
        TimedPlace place = TimedPlace.of(cursor);
        return place == null ? null : new DocumentPosition(place.at(), new DocumentId(place.id()));
    }
}
