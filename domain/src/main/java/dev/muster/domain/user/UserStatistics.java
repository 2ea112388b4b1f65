package dev.muster.domain.user;

import java.time.Instant;
import java.util.Map;

/**
 * How many accounts there are (requirement A16).
 *
 * @param byStatus of every state, 0 included
 * @param verified active ones whose address is verified
 * @param registered made in the days before, whatever became of them
 * @param signedIn active ones whose last sign-in was in the days before
 * @param asOf when it was counted
 */
public record UserStatistics(
        Map<UserStatus, Long> byStatus, long verified, Recently registered, Recently signedIn, Instant asOf) {

    public UserStatistics {
        byStatus = Map.copyOf(byStatus);
    }

    /** Counts of the last 1, 7 and 30 times 24 hours. */
    public record Recently(long day, long week, long month) {}
}
