package dev.muster.web.user;

import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserPosition;
import dev.muster.web.shared.TimedPlace;
import org.jspecify.annotations.Nullable;

/** A position in a list of users as a cursor. */
final class UserCursor {

    private UserCursor() {}

    static String encode(User user) {
        return new TimedPlace(user.lifetime().createdAt(), user.id().value()).cursor();
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable UserPosition decode(@Nullable String cursor) {
        TimedPlace place = TimedPlace.of(cursor);
        return place == null ? null : new UserPosition(place.at(), new UserId(place.id()));
    }
}
