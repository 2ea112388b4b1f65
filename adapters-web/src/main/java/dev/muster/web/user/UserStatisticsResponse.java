package dev.muster.web.user;

import dev.muster.domain.user.UserStatistics;
import dev.muster.domain.user.UserStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * How many accounts there are.
 *
 * @param active those that may sign in
 * @param inactive those that were never opened
 * @param suspended those that were shut
 * @param deleted those that were deleted and not yet erased
 * @param verified active ones whose address is verified
 * @param registered made in the time before, whatever became of them
 * @param signedIn active ones whose last sign-in was in the time before
 * @param asOf when it was counted
 */
@Schema(name = "UserStatistics")
public record UserStatisticsResponse(
        long active,
        long inactive,
        long suspended,
        long deleted,
        long verified,
        Recently registered,
        Recently signedIn,
        Instant asOf) {

    /**
     * How many there were in the time before.
     *
     * @param lastDay in the last 24 hours
     * @param lastWeek in the last 7 times 24 hours
     * @param lastMonth in the last 30 times 24 hours
     */
    @Schema(name = "RecentUsers")
    public record Recently(long lastDay, long lastWeek, long lastMonth) {

        private static Recently from(UserStatistics.Recently counts) {
            return new Recently(counts.day(), counts.week(), counts.month());
        }
    }

    static UserStatisticsResponse from(UserStatistics statistics) {
        return new UserStatisticsResponse(
                count(statistics, UserStatus.ACTIVE),
                count(statistics, UserStatus.INACTIVE),
                count(statistics, UserStatus.SUSPENDED),
                count(statistics, UserStatus.DELETED),
                statistics.verified(),
                Recently.from(statistics.registered()),
                Recently.from(statistics.signedIn()),
                statistics.asOf());
    }

    private static long count(UserStatistics statistics, UserStatus status) {
        return statistics.byStatus().getOrDefault(status, 0L);
    }
}
