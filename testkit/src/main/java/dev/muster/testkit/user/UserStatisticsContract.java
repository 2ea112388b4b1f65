package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserStatistics;
import dev.muster.domain.user.UserStatistics.Recently;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The part of the {@link UserDirectoryContract} that says what is counted (requirement A16). */
public interface UserStatisticsContract extends DirectoryStage {

    @Test
    default void everyStateIsCountedOnceRefreshed() {
        UserStatistics before = refreshed();
        Instant now = before.asOf();
        stored(aUser().createdAt(now.minus(Duration.ofDays(60))).build());
        stored(aUser().createdAt(now.minus(Duration.ofDays(60))).build());
        for (UserStatus status : UserStatus.values()) {
            UserFixture fixture = aUser().createdAt(now.minus(Duration.ofDays(60)));
            stored(
                    status == UserStatus.DELETED
                            ? fixture.deleted().build()
                            : fixture.status(status).build());
        }
        assertThat(read(() -> directory().statistics())).isEqualTo(before);

        UserStatistics after = refreshed();
        assertThat(after.byStatus()).containsOnlyKeys(UserStatus.values());
        for (UserStatus status : UserStatus.values()) {
            long more = status == UserStatus.ACTIVE ? 3 : 1;
            assertThat(after.byStatus()).containsEntry(status, before.byStatus().getOrDefault(status, 0L) + more);
        }
        assertThat(after.verified()).isEqualTo(before.verified());
        assertThat(after.registered()).isEqualTo(before.registered());
        assertThat(after.signedIn()).isEqualTo(before.signedIn());
        assertThat(after.asOf()).isAfterOrEqualTo(before.asOf());
    }

    @Test
    default void recentAreThoseOfOneSevenAndThirtyDays() {
        UserStatistics before = refreshed();
        Instant now = before.asOf();
        for (int days : new int[] {0, 2, 10, 40}) {
            Instant then = now.minus(Duration.ofDays(days)).minusSeconds(3600);
            stored(aUser().createdAt(then)
                    .signIns(new SignInRecord(0, null, null, then))
                    .build());
            stored(aUser().createdAt(now.minus(Duration.ofDays(90)))
                    .status(UserStatus.SUSPENDED)
                    .signIns(new SignInRecord(0, null, null, then))
                    .build());
        }
        UserStatistics after = refreshed();

        assertThat(after.registered()).isEqualTo(more(before.registered()));
        assertThat(after.signedIn()).isEqualTo(more(before.signedIn()));
    }

    @Test
    default void verifiedAreTheActiveWhoseAddressIs() {
        UserStatistics before = refreshed();
        Instant now = before.asOf();
        User user = aUser().build();
        stored(user.verified(now));
        stored(aUser().build().verified(now).suspended(now));
        UserStatistics after = refreshed();

        assertThat(after.verified()).isEqualTo(before.verified() + 1);
    }

    @Test
    default void refreshesThatComeTogetherAllSucceed() {
        UserStatistics before = refreshed();
        stored(aUser().build());
        Race.values(Race.of(4, thread -> refreshed()));

        assertThat(read(() -> directory().statistics()).byStatus())
                .containsEntry(UserStatus.ACTIVE, before.byStatus().getOrDefault(UserStatus.ACTIVE, 0L) + 1);
    }

    private UserStatistics refreshed() {
        write(() -> directory().refreshStatistics());
        return read(() -> directory().statistics());
    }

    private static Recently more(Recently before) {
        return new Recently(before.day() + 1, before.week() + 2, before.month() + 3);
    }
}
