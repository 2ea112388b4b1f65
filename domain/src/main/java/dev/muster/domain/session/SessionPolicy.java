package dev.muster.domain.session;

import java.time.Duration;

/**
 * How long one stays signed in, and how often at once (requirement A4).
 *
 * @param accessTokenLife life of an access token, 1 minute to 1 hour
 * @param idleLife life of a session that is not refreshed, longer than an access token's
 * @param absoluteLife life of a session at the most, not below idleLife
 * @param grace for how long a spent refresh token is answered with its successor again, so that two tabs don't end each
 *     other's session; zero to 1 minute
 * @param maxSessions how many sessions a person has at once, at least 1; signing in once more ends the least recently used
 */
public record SessionPolicy(
        Duration accessTokenLife, Duration idleLife, Duration absoluteLife, Duration grace, int maxSessions) {

    // Before the default, which is checked by it.
    /** No access token lives longer, whatever is set. */
    public static final Duration LONGEST_ACCESS_TOKEN_LIFE = Duration.ofHours(1);

    /** 10 minutes, 7 days, 30 days, 10 seconds, 50 sessions. */
    public static final SessionPolicy DEFAULT = new SessionPolicy(
            Duration.ofMinutes(10), Duration.ofDays(7), Duration.ofDays(30), Duration.ofSeconds(10), 50);

    public SessionPolicy {
        boolean ordered = accessTokenLife.compareTo(idleLife) < 0 && idleLife.compareTo(absoluteLife) <= 0;
        boolean bounded = accessTokenLife.compareTo(Duration.ofMinutes(1)) >= 0
                && accessTokenLife.compareTo(LONGEST_ACCESS_TOKEN_LIFE) <= 0;
        if (!ordered || !bounded) {
            throw new IllegalArgumentException(
                    "an access token lives 1 minute to 1 hour, less than an idle session, and that no longer than any");
        }
        if (grace.isNegative() || grace.compareTo(Duration.ofMinutes(1)) > 0 || maxSessions < 1) {
            throw new IllegalArgumentException("grace is at most 1 minute, and a person may have 1 session or more");
        }
    }
}
