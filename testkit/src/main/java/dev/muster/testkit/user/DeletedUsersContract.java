package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link UsersContract} that says how accounts are deleted, found again and recovered (A11). */
public interface DeletedUsersContract extends UserStage {

    /** When samples are deleted. */
    Instant DELETED = TestClock.START.plusSeconds(3600);

    @Test
    default void updateStoresDeletion() {
        User user = stored(UserFixture.everythingKnown());
        User gone = delete(user, DELETED);

        assertThat(find(user)).isEqualTo(gone);
        assertThat(read(() -> users().findByEmail(user.identity().email()))).isEmpty();
        assertThat(read(() -> users().findByUsername(user.identity().username())))
                .isEmpty();
    }

    @Test
    default void updateStoresRecovery() {
        User gone = delete(stored(UserFixture.everythingKnown()), DELETED);
        User back = gone.recovered(DELETED.plusSeconds(1));
        write(() -> users().update(back));

        assertThat(find(gone)).isEqualTo(back);
        assertThat(read(() -> users().findByEmail(back.identity().email()))).contains(back);
        assertThat(read(() -> users().findByUsername(back.identity().username())))
                .contains(back);
    }

    @Test
    default void stateBeforeDeletionIsKeptForTheRecovery() {
        for (UserStatus state : List.of(UserStatus.ACTIVE, UserStatus.INACTIVE, UserStatus.SUSPENDED)) {
            User gone = delete(stored(aUser().status(state).build()), DELETED);
            assertThat(find(gone).lifetime().deletion()).isEqualTo(new Lifetime.Deletion(DELETED, state));

            recover(find(gone));
            assertThat(find(gone).status()).isEqualTo(state);
            assertThat(find(gone).lifetime().deletion()).isNull();
        }
    }

    @Test
    default void deletedUserIsFoundByEmailAndUsernameInAnyCase() {
        User gone = delete(stored(aUser().build()), DELETED);
        Identity identity = gone.identity();

        assertThat(deletedByEmail(identity.email().value().toUpperCase(Locale.ROOT), DELETED))
                .contains(gone);
        assertThat(deletedByUsername(identity.username().value().toUpperCase(Locale.ROOT), DELETED))
                .contains(gone);
    }

    @Test
    default void deletedUserIsFoundSinceTheirDeletionAndNotLater() {
        User gone = delete(stored(aUser().build()), DELETED);

        for (Instant since : List.of(DELETED.minusSeconds(1), DELETED)) {
            assertThat(deletedByEmail(gone, since)).contains(gone);
            assertThat(deletedByUsername(gone, since)).contains(gone);
        }
        assertThat(deletedByEmail(gone, DELETED.plusMillis(1))).isEmpty();
        assertThat(deletedByUsername(gone, DELETED.plusMillis(1))).isEmpty();
    }

    @Test
    default void lastDeletedOfSeveralIsFound() {
        User first = stored(aUser().build());
        delete(first, DELETED.plusSeconds(1));
        User last = delete(stored(namesake(first)), DELETED.plusSeconds(3));
        delete(stored(namesake(first)), DELETED.plusSeconds(2));

        assertThat(deletedByEmail(first, DELETED)).contains(last);
        assertThat(deletedByUsername(first, DELETED)).contains(last);
    }

    @Test
    default void deletedUserIsFoundWithTheHashOfTheirPassword() {
        User gone = delete(stored(aUser().build()), DELETED);
        Identity identity = gone.identity();

        assertThat(read(() -> users().findDeletedCredentialsByEmail(identity.email(), DELETED)))
                .contains(UserFixture.credentials(gone));
        assertThat(read(() -> users().findDeletedCredentialsByUsername(identity.username(), DELETED)))
                .contains(UserFixture.credentials(gone));
    }

    @Test
    default void livingUserIsNotFoundAmongTheDeleted() {
        User user = stored(aUser().build());
        User back = delete(stored(aUser().build()), DELETED).recovered(DELETED);
        write(() -> users().update(back));

        for (User living : List.of(user, back)) {
            assertThat(deletedByEmail(living, TestClock.START)).isEmpty();
            assertThat(deletedByUsername(living, TestClock.START)).isEmpty();
        }
    }

    @Test
    default void deletedUserIsFoundBesideALivingNamesake() {
        User gone = delete(stored(aUser().build()), DELETED);
        User heir = stored(namesake(gone));

        assertThat(deletedByEmail(gone, DELETED)).contains(gone);
        assertThat(deletedByUsername(gone, DELETED)).contains(gone);
        assertThat(read(() -> users().findByEmail(gone.identity().email()))).contains(heir);
    }

    @Test
    default void recoveryIsRefusedWhenTheEmailIsTaken() {
        User gone = delete(stored(aUser().build()), DELETED);
        stored(aUser().email(gone.identity().email().value().toUpperCase(Locale.ROOT))
                .build());

        assertConflict(UserError.EMAIL_TAKEN, catchThrowable(() -> recover(gone)));
        assertThat(find(gone)).isEqualTo(gone);
    }

    @Test
    default void recoveryIsRefusedWhenTheUsernameIsTaken() {
        User gone = delete(stored(aUser().build()), DELETED);
        stored(aUser().username(gone.identity().username().value().toUpperCase(Locale.ROOT))
                .build());

        assertConflict(UserError.USERNAME_TAKEN, catchThrowable(() -> recover(gone)));
        assertThat(find(gone)).isEqualTo(gone);
    }

    @Test
    default void oneOfManyWhoRecoverTheSameEmailWins() {
        String email = aUser().build().identity().email().value();
        List<User> gone = IntStream.range(0, Race.THREADS)
                .mapToObj(number -> delete(stored(aUser().email(email).build()), DELETED))
                .toList();
        var outcomes = Race.of(thread -> recover(gone.get(thread)));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(winner -> assertThat(read(() -> users().findByEmail(new EmailAddress(email)))
                                .orElseThrow())
                        .isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(loser -> assertConflict(UserError.EMAIL_TAKEN, loser.failure()));
    }

    private User delete(User user, Instant at) {
        User gone = user.deleted(at);
        write(() -> users().update(gone));
        return gone;
    }

    private User recover(User gone) {
        User back = gone.recovered(DELETED.plusSeconds(60));
        write(() -> users().update(back));
        return back;
    }

    private User find(User user) {
        return read(() -> users().find(user.id())).orElseThrow();
    }

    private Optional<User> deletedByEmail(User user, Instant since) {
        return deletedByEmail(user.identity().email().value(), since);
    }

    private Optional<User> deletedByEmail(String email, Instant since) {
        return read(() -> users().findDeletedCredentialsByEmail(new EmailAddress(email), since))
                .map(Credentials::user);
    }

    private Optional<User> deletedByUsername(User user, Instant since) {
        return deletedByUsername(user.identity().username().value(), since);
    }

    private Optional<User> deletedByUsername(String username, Instant since) {
        return read(() -> users().findDeletedCredentialsByUsername(new Username(username), since))
                .map(Credentials::user);
    }

    private static User namesake(User user) {
        return aUser().email(user.identity().email().value())
                .username(user.identity().username().value())
                .build();
    }

    private static void assertConflict(ErrorCode code, @Nullable Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo(code));
    }
}
