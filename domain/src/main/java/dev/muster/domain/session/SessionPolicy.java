package dev.muster.domain.session;

import java.time.Duration;

/**
 * How long one stays signed in (requirement A4).
 *
 * @param accessTokenLife life of an access token, 1 minute to 1 hour
 * @param idleLife life of a session that is not refreshed, longer than an access token's
 * @param absoluteLife life of a session at the most, not below idleLife
 */
public record SessionPolicy(Duration accessTokenLife, Duration idleLife, Duration absoluteLife) {

    /** 10 minutes, 7 days, 30 days. */
    public static final SessionPolicy DEFAULT =
            new SessionPolicy(Duration.ofMinutes(10), Duration.ofDays(7), Duration.ofDays(30));

    public SessionPolicy {
        boolean ordered = accessTokenLife.compareTo(idleLife) < 0 && idleLife.compareTo(absoluteLife) <= 0;
        boolean bounded = accessTokenLife.compareTo(Duration.ofMinutes(1)) >= 0
                && accessTokenLife.compareTo(Duration.ofHours(1)) <= 0;
        if (!ordered || !bounded) {
            throw new IllegalArgumentException(
                    "an access token lives 1 minute to 1 hour, less than an idle session, and that no longer than any");
        }
    }
}
