package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of the {@link UsersContract} that says how wrong passwords are counted (requirement A3). */
public interface LockedUsersContract extends UserStage {

    /** When the samples' first wrong password comes. */
    Instant FIRST = TestClock.START.plusSeconds(3600);

    /** Three wrong passwords inside 15 minutes shut sign-in for 20. */
    LockoutPolicy THREE = new LockoutPolicy(3, Duration.ofMinutes(15), Duration.ofMinutes(20));

    @Test
    default void wrongPasswordIsCounted() {
        UserId user = storedUser();
        fail(user, FIRST);

        assertThat(signIns(user)).isEqualTo(new SignInRecord(1, FIRST, null, null));
    }

    @Test
    default void wrongPasswordChangesNothingElse() {
        User user = stored(UserFixture.everythingKnown());
        fail(user.id(), FIRST);

        SignInRecord counted = new SignInRecord(1, FIRST, null, user.signIns().lastLoginAt());
        assertThat(read(() -> users().find(user.id())).orElseThrow()).isEqualTo(with(user, counted));
    }

    @Test
    default void wrongPasswordsInsideTheWindowAddUp() {
        UserId user = storedUser();
        Instant second = FIRST.plus(THREE.window()).minusSeconds(1);
        fail(user, FIRST);
        fail(user, second);

        assertThat(signIns(user)).isEqualTo(new SignInRecord(2, FIRST, null, null));
    }

    @Test
    default void wrongPasswordAfterTheWindowIsTheFirstAgain() {
        UserId user = storedUser();
        Instant late = FIRST.plus(THREE.window());
        fail(user, FIRST);
        fail(user, FIRST.plusSeconds(1));
        fail(user, late);

        assertThat(signIns(user)).isEqualTo(new SignInRecord(1, late, null, null));
    }

    @Test
    default void lastWrongPasswordShutsSignIn() {
        UserId user = storedUser();
        Instant shut = shut(user);

        assertThat(signIns(user)).isEqualTo(new SignInRecord(0, null, shut.plus(THREE.lock()), null));
    }

    @Test
    default void onlyTheWrongPasswordThatShutsSignInTellsSo() {
        UserId user = storedUser();
        Instant third = FIRST.plusSeconds(2);

        assertThat(fail(user, FIRST)).isEmpty();
        assertThat(fail(user, FIRST.plusSeconds(1))).isEmpty();
        assertThat(fail(user, third)).contains(third.plus(THREE.lock()));
        assertThat(fail(user, FIRST.plusSeconds(3))).isEmpty();
        assertThat(fail(UserFixture.nextId(), FIRST)).isEmpty();
    }

    @Test
    default void wrongPasswordWhileSignInIsShutChangesNothing() {
        UserId user = storedUser();
        Instant open = shut(user).plus(THREE.lock());
        SignInRecord locked = signIns(user);
        fail(user, FIRST.plusSeconds(3));
        fail(user, open.minusSeconds(1));

        assertThat(signIns(user)).isEqualTo(locked);
    }

    @Test
    default void wrongPasswordsCountAgainWhenTheLockHasEnded() {
        UserId user = storedUser();
        Instant open = shut(user).plus(THREE.lock());
        fail(user, open);

        assertThat(signIns(user)).isEqualTo(new SignInRecord(1, open, null, null));
    }

    @Test
    default void signInBeginsTheCountAnew() {
        User user = stored(aUser().build());
        fail(user.id(), FIRST);
        fail(user.id(), FIRST.plusSeconds(1));
        write(() -> users().recordLogin(UserFixture.credentials(user), FIRST.plusSeconds(2), null));
        fail(user.id(), FIRST.plusSeconds(3));

        assertThat(signIns(user.id())).isEqualTo(new SignInRecord(1, FIRST.plusSeconds(3), null, FIRST.plusSeconds(2)));
    }

    @Test
    default void wrongPasswordDoesNotDisturbTheOwnersChange() {
        User user = stored(aUser().build());
        fail(user.id(), FIRST);
        User changed = user.with(user.details(), FIRST.plusSeconds(1));
        write(() -> users().update(changed));

        SignInRecord counted = new SignInRecord(1, FIRST, null, null);
        assertThat(read(() -> users().find(user.id())).orElseThrow()).isEqualTo(with(changed, counted));
    }

    @Test
    default void wrongPasswordForNobodyDoesNothing() {
        UserId nobody = UserFixture.nextId();
        fail(nobody, FIRST);

        assertThat(read(() -> users().find(nobody))).isEmpty();
    }

    @Test
    default void wrongPasswordsThatComeTogetherAreAllCounted() {
        UserId user = storedUser();
        failTogether(user, new LockoutPolicy(100, THREE.window(), THREE.lock()));

        assertThat(signIns(user)).isEqualTo(new SignInRecord(50, FIRST, null, null));
    }

    @Test
    default void wrongPasswordsThatComeTogetherShutSignInOnce() {
        UserId user = storedUser();
        failTogether(user, LockoutPolicy.DEFAULT);

        assertThat(signIns(user)).isEqualTo(new SignInRecord(0, null, FIRST.plus(LockoutPolicy.DEFAULT.lock()), null));
    }

    @Test
    default void unlockingEndsALockAndTheCount() {
        User user = stored(UserFixture.everythingKnown());
        Instant now = FIRST.plusSeconds(10);

        assertThat(writeFor(() -> users().unlock(user.id(), now))).isTrue();
        User found = read(() -> users().find(user.id())).orElseThrow();
        assertThat(found.signIns())
                .isEqualTo(new SignInRecord(0, null, null, user.signIns().lastLoginAt()));
        assertThat(found.version()).isEqualTo(user.version() + 1);
        assertThat(found.lifetime().updatedAt()).isEqualTo(now);
        assertThat(found.identity()).isEqualTo(user.identity());
    }

    @Test
    default void unlockedAccountCountsAnew() {
        UserId user = storedUser();
        Instant shut = shut(user);
        write(() -> users().unlock(user, shut.plusSeconds(1)));
        fail(user, shut.plusSeconds(2));

        assertThat(signIns(user)).isEqualTo(new SignInRecord(1, shut.plusSeconds(2), null, null));
    }

    @Test
    default void nobodyIsUnlocked() {
        assertThat(writeFor(() -> users().unlock(UserFixture.nextId(), FIRST))).isFalse();
    }

    private void failTogether(UserId user, LockoutPolicy policy) {
        Race.values(Race.of(50, thread -> {
            write(() -> users().recordFailure(user, FIRST, policy));
            return true;
        }));
    }

    /** Gives wrong passwords until sign-in is shut; returns the time of the last. */
    private Instant shut(UserId user) {
        fail(user, FIRST);
        fail(user, FIRST.plusSeconds(1));
        fail(user, FIRST.plusSeconds(2));
        return FIRST.plusSeconds(2);
    }

    private Optional<Instant> fail(UserId user, Instant at) {
        return writeFor(() -> users().recordFailure(user, at, THREE));
    }

    private SignInRecord signIns(UserId user) {
        return read(() -> users().find(user)).orElseThrow().signIns();
    }

    private static User with(User user, SignInRecord signIns) {
        return new User(
                user.id(),
                user.identity(),
                user.status(),
                user.roles(),
                user.profile(),
                signIns,
                user.lifetime(),
                user.version());
    }
}
