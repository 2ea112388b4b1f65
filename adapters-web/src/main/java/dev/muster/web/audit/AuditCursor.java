package dev.muster.web.audit;

import dev.muster.domain.audit.AuditPosition;
import dev.muster.web.shared.TimedPlace;
import org.jspecify.annotations.Nullable;

/** A position as a cursor. */
final class AuditCursor {

    private AuditCursor() {}

    static String encode(AuditPosition position) {
        return new TimedPlace(position.at(), position.id()).cursor();
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable AuditPosition decode(@Nullable String cursor) {
        TimedPlace place = TimedPlace.of(cursor);
        return place == null ? null : new AuditPosition(place.at(), place.id());
    }
}
