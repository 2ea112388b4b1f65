package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.shared.Race;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of the {@link UsersContract} that says who is erased, and when (A11). */
public interface ErasedUsersContract extends UserStage {

    /** Long before all other samples, so that those of this contract come first. */
    Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00.000001Z");

    @Test
    default void erasedUserIsGone() {
        User gone = stored(aUser().deleted(LONG_AGO, UserStatus.ACTIVE).build());

        assertThat(erase(gone.id())).isTrue();
        assertThat(read(() -> users().find(gone.id()))).isEmpty();
        assertThat(read(() -> users().findCredentials(gone.id()))).isEmpty();
        assertThat(read(() ->
                        users().findDeletedCredentialsByEmail(gone.identity().email(), LONG_AGO)))
                .isEmpty();
        assertThat(erase(gone.id())).isFalse();
    }

    @Test
    default void nobodyIsErasedWhoIsNotDeleted() {
        for (UserStatus status : List.of(UserStatus.ACTIVE, UserStatus.INACTIVE, UserStatus.SUSPENDED)) {
            User living = stored(aUser().status(status).build());

            assertThat(erase(living.id())).isFalse();
            assertThat(read(() -> users().find(living.id()))).contains(living);
        }
        assertThat(erase(UserFixture.nextId())).isFalse();
    }

    @Test
    default void oneOfManyWhoEraseTheSameDoesIt() {
        User gone = stored(aUser().deleted(LONG_AGO, UserStatus.ACTIVE).build());

        assertThat(Race.values(Race.of(thread -> erase(gone.id()))))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    default void erasableAreThoseDeletedBeforeATimeAndTheFirstComeFirst() {
        Instant since = LONG_AGO.plusSeconds(10);
        User third = deleted(since.plusSeconds(3));
        User first = deleted(since.plusSeconds(1));
        User second = deleted(since.plusSeconds(2));
        stored(aUser().createdAt(LONG_AGO).build());

        assertThat(erasable(since.plusSeconds(3), 10)).containsSubsequence(first.id(), second.id());
        assertThat(erasable(since.plusSeconds(3), 10)).doesNotContain(third.id());
        assertThat(erasable(since.plusSeconds(4), 10)).containsSubsequence(first.id(), second.id(), third.id());
        assertThat(erasable(since.plusSeconds(4), 1)).hasSize(1);
        List.of(first, second, third).forEach(user -> erase(user.id()));
        assertThat(erasable(since.plusSeconds(4), 10)).doesNotContain(first.id(), second.id(), third.id());
    }

    @Test
    default void erasableOfTheSameMomentComeByTheirIds() {
        Instant moment = LONG_AGO.plusSeconds(5);
        User one = deleted(moment);
        User other = deleted(moment);

        assertThat(erasable(moment.plusMillis(1), 100)).containsSubsequence(one.id(), other.id());
        List.of(one, other).forEach(user -> erase(user.id()));
    }

    private User deleted(Instant at) {
        return stored(aUser().deleted(at, UserStatus.ACTIVE).build());
    }

    private boolean erase(UserId id) {
        return writeFor(() -> users().erase(id));
    }

    private List<UserId> erasable(Instant before, int limit) {
        return read(() -> users().findErasable(before, limit));
    }
}
