package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of the {@link UsersContract} that says how passwords are changed (requirement A7). */
public interface ChangedPasswordsContract extends UserStage {

    /** When the samples' password is changed. */
    Instant CHANGED = TestClock.START.plusSeconds(60);

    @Test
    default void passwordIsReplacedAndNothingElse() {
        User user = stored(UserFixture.everythingKnown());

        assertThat(change(user, next(1))).isTrue();
        SignInRecord unlocked = new SignInRecord(0, null, null, user.signIns().lastLoginAt());
        assertThat(find(user.id())).isEqualTo(new Credentials(changed(user, unlocked), next(1)));
    }

    @Test
    default void changeOfPasswordEndsALock() {
        Instant past = CHANGED.minusSeconds(1);
        User user = stored(aUser().signIns(new SignInRecord(0, past, CHANGED.plusSeconds(900), past))
                .build());
        change(user, next(1));

        assertThat(find(user.id()).user().signIns()).isEqualTo(new SignInRecord(0, null, null, past));
    }

    @Test
    default void changeOfAnotherPasswordThanTheStoredOneIsRefused() {
        User user = stored(UserFixture.everythingKnown());

        assertThat(writeFor(() -> users().changePassword(user.id(), next(1), next(2), CHANGED)))
                .isFalse();
        assertThat(find(user.id())).isEqualTo(UserFixture.credentials(user));
    }

    @Test
    default void passwordOfADeletedAccountIsKept() {
        User gone = stored(aUser().deleted().build());

        assertThat(change(gone, next(1))).isFalse();
        assertThat(find(gone.id())).isEqualTo(UserFixture.credentials(gone));
    }

    @Test
    default void passwordOfASuspendedAccountCanBeChanged() {
        User user = stored(aUser().status(UserStatus.SUSPENDED).build());

        assertThat(change(user, next(1))).isTrue();
        assertThat(find(user.id()).hash()).isEqualTo(next(1));
        assertThat(find(user.id()).user().status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    default void passwordOfNobodyIsNotChanged() {
        User nobody = aUser().build();

        assertThat(change(nobody, next(1))).isFalse();
        assertThat(read(() -> users().find(nobody.id()))).isEmpty();
    }

    @Test
    default void passwordCanBeChangedAgainAndAgain() {
        User user = stored(aUser().build());
        change(user, next(1));

        assertThat(writeFor(() -> users().changePassword(user.id(), next(1), next(2), CHANGED)))
                .isTrue();
        assertThat(find(user.id()).hash()).isEqualTo(next(2));
        assertThat(find(user.id()).user().version()).isEqualTo(3);
    }

    @Test
    default void signInUnderWayDoesNotBringBackTheOldPassword() {
        User user = stored(aUser().build());
        change(user, next(1));
        write(() -> users().recordLogin(UserFixture.credentials(user), CHANGED.plusSeconds(1), next(2)));

        assertThat(find(user.id()).hash()).isEqualTo(next(1));
    }

    @Test
    default void oneOfManyChangesOfTheSamePasswordWins() {
        User user = stored(aUser().build());
        List<Boolean> won = Race.values(Race.of(thread -> change(user, next(thread))));

        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(find(user.id()).hash()).isEqualTo(next(won.indexOf(true)));
        assertThat(find(user.id()).user().version()).isEqualTo(2);
    }

    private boolean change(User user, PasswordHash next) {
        return writeFor(() -> users().changePassword(user.id(), UserFixture.HASH, next, CHANGED));
    }

    private Credentials find(UserId id) {
        return read(() -> users().findCredentials(id)).orElseThrow();
    }

    private static PasswordHash next(int number) {
        return new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2E$next" + number);
    }

    private static User changed(User user, SignInRecord signIns) {
        Lifetime was = user.lifetime();
        Lifetime lifetime =
                new Lifetime(was.createdAt(), CHANGED, was.gdprConsentAt(), was.dataRetentionUntil(), was.deletion());
        return new User(
                user.id(),
                user.identity(),
                user.status(),
                user.roles(),
                user.profile(),
                signIns,
                lifetime,
                user.version() + 1);
    }
}
