package dev.muster.domain.user;

import java.time.Duration;

/**
 * When sign-in to an account is shut for a time (requirement A3). A lock ends by itself.
 *
 * @param maxFailures wrong passwords inside the window that shut it, 3 to 100 (NIST SP 800-63B-4, section 3.2.2)
 * @param window how long is counted from the first wrong password on, more than zero
 * @param lock for how long sign-in is shut, more than zero
 */
public record LockoutPolicy(int maxFailures, Duration window, Duration lock) {

    /** 10 wrong passwords inside 15 minutes shut sign-in for 15 minutes. */
    public static final LockoutPolicy DEFAULT = new LockoutPolicy(10, Duration.ofMinutes(15), Duration.ofMinutes(15));

    public LockoutPolicy {
        if (maxFailures < 3 || maxFailures > 100 || !window.isPositive() || !lock.isPositive()) {
            throw new IllegalArgumentException("a lock takes 3 to 100 failures, a window and a time of more than zero");
        }
    }
}
