package dev.muster.domain.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a unit of work runs. The store shows and changes only what belongs to the actor, whatever a
 * statement asks for (requirement E4).
 *
 * @param userId the person, or null for Muster itself, to whom nobody's belongings are visible
 */
public record Actor(@Nullable UUID userId) {

    /** Muster itself: sign-up, sign-in, start-up. */
    public static final Actor SYSTEM = new Actor(null);

    /** A person. */
    public static Actor user(UUID userId) {
        return new Actor(userId);
    }
}
