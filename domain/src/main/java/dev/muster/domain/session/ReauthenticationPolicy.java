package dev.muster.domain.session;

import java.time.Duration;

/**
 * How recent a sign-in has to be for what somebody who merely has a token should not do (OWASP ASVS 5.0, 7.5.1 and 7.5.2).
 *
 * @param maxAge how long ago the session may have begun at the most, 1 minute to 1 day; zero if that doesn't matter
 */
public record ReauthenticationPolicy(Duration maxAge) {

    // Before the default, which is checked by them.
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** 15 minutes. */
    public static final ReauthenticationPolicy DEFAULT = new ReauthenticationPolicy(Duration.ofMinutes(15));

    public ReauthenticationPolicy {
        if (!maxAge.isZero() && (maxAge.compareTo(SHORTEST) < 0 || maxAge.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("a recent sign-in is 1 minute to 1 day old at the most, or of any age");
        }
    }

    /** Whether it doesn't matter. */
    public boolean isOff() {
        return maxAge.isZero();
    }
}
