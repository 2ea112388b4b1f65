package dev.muster.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How signing in has gone (requirement A3).
 *
 * @param failedAttempts wrong passwords since {@code failingSince}; 0 or more
 * @param failingSince the first wrong password that counts: the window begins with it; null if none counts
 * @param lockedUntil until when sign-in is shut, or null; may lie in the past
 * @param lastLoginAt the last success, or null
 */
public record SignInRecord(
        int failedAttempts,
        @Nullable Instant failingSince,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastLoginAt) {

    public static final SignInRecord NONE = new SignInRecord(0, null, null, null);

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** After one more wrong password. While sign-in is shut, a wrong password changes nothing, so nobody can keep it shut. */
    public SignInRecord failed(Instant now, LockoutPolicy policy) {
        if (isLocked(now)) {
            return this;
        }
        boolean counts = failingSince != null && now.isBefore(failingSince.plus(policy.window()));
        int failures = counts ? failedAttempts + 1 : 1;
        return failures < policy.maxFailures()
                ? new SignInRecord(failures, counts ? failingSince : now, null, lastLoginAt)
                : new SignInRecord(0, null, now.plus(policy.lock()), lastLoginAt);
    }
}
