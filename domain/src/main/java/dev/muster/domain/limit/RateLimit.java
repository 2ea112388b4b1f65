package dev.muster.domain.limit;

import java.time.Duration;

/**
 * How often in which time (requirement A13).
 *
 * @param name of the limit, in lower-case letters and hyphens; limits of different names count apart
 * @param quota how many in any window, at least 1
 * @param window 1 second to 1 day
 */
public record RateLimit(String name, int quota, Duration window) {
    public RateLimit {
        boolean bounded = window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(Duration.ofDays(1)) <= 0;
        if (!name.matches("[a-z][a-z-]{0,30}") || quota < 1 || !bounded) {
            throw new IllegalArgumentException("a rate limit has a name, a quota of 1 or more, a window of 1 s to 1 d");
        }
    }
}
