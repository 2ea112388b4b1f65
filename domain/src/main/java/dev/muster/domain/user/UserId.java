package dev.muster.domain.user;

import dev.muster.domain.shared.Actor;
import java.util.UUID;

/** Identifies a user; a UUIDv7. */
public record UserId(UUID value) {

    /** The user as the one who acts. */
    public Actor asActor() {
        return Actor.user(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
