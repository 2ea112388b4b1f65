package dev.muster.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How signing in has gone (requirement A3).
 *
 * @param failedAttempts since the last success, 0 or more
 * @param lockedUntil until when sign-in is refused, or null
 * @param lastLoginAt the last success, or null
 */
public record SignInRecord(
        int failedAttempts,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastLoginAt) {

    public static final SignInRecord NONE = new SignInRecord(0, null, null);
}
