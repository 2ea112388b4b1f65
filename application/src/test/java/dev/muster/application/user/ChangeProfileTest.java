package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.PhoneNumber;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Username;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ChangeProfileTest {

    private final AccountStage muster = new AccountStage();
    private final UserQueries queries = muster.userQueries;
    private final ChangeProfile changeProfile =
            new ChangeProfile(muster.unitOfWork, queries, muster.users, muster.recentSignIn, muster.notices);
    private final User ann = muster.join("ann");

    @Test
    void changeIsStoredAsTheNextVersion() {
        muster.clock.advance(Duration.ofMinutes(1));

        User changed = changeProfile.change(muster.justSignedIn(ann.id()), 1L, named("Ann Example"));

        assertThat(changed.identity().name()).isEqualTo(new PersonName("Ann Example"));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.lifetime().updatedAt()).isEqualTo(muster.stamps.now());
        assertThat(changed.lifetime().createdAt()).isEqualTo(ann.lifetime().createdAt());
        assertThat(queries.require(ann.id())).isEqualTo(changed);
    }

    @Test
    void changeIsSeenAtOnceByWhoeverReadsOnThisNode() {
        queries.requireRemembered(ann.id());

        User changed = changeProfile.change(muster.justSignedIn(ann.id()), null, named("Ann Example"));

        assertThat(queries.requireRemembered(ann.id())).isEqualTo(changed);
    }

    @Test
    void changeBeginsWithWhatIsStoredAndNotWithWhatIsRemembered() {
        queries.requireRemembered(ann.id());
        User elsewhere = ann.with(ann.details(), muster.stamps.now());
        muster.unitOfWork.write(ann.id().asActor(), () -> {
            muster.users.update(elsewhere);
            return elsewhere;
        });

        assertThat(changeProfile
                        .change(muster.justSignedIn(ann.id()), 2L, named("Ann Example"))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void changeOfNothingKeepsTheVersion() {
        assertThat(changeProfile.change(muster.justSignedIn(ann.id()), null, UnaryOperator.identity()))
                .isEqualTo(ann);
        assertThat(queries.require(ann.id())).isEqualTo(ann);
    }

    @Test
    void usernameOfSomeoneElseIsRefused() {
        muster.join("bob");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> changeProfile.change(muster.justSignedIn(ann.id()), null, called("BOB")))
                .satisfies(taken -> assertThat(taken.code()).isEqualTo(UserError.USERNAME_TAKEN));
        assertThat(queries.require(ann.id())).isEqualTo(ann);
    }

    @Test
    void ownUsernameMayChangeItsCase() {
        User changed = changeProfile.change(muster.justSignedIn(ann.id()), null, called("Ann"));

        assertThat(changed.identity().username().value()).isEqualTo("Ann");
    }

    @Test
    void usernameThatWasLeftIsFreeForOthers() {
        changeProfile.change(muster.justSignedIn(ann.id()), null, called("annabel"));
        User bob = muster.join("bob");

        User changed = changeProfile.change(muster.justSignedIn(bob.id()), null, called("ann"));

        assertThat(changed.identity().username().value()).isEqualTo("ann");
    }

    @Test
    void anotherPhoneNumberHasToBeVerified() {
        User changed = changeProfile.change(muster.justSignedIn(ann.id()), null, reachedAt("+14155550123"));

        assertThat(changed.identity().phone()).isEqualTo(new PhoneNumber("+14155550123"));
        assertThat(changed.identity().phoneVerified()).isFalse();
    }

    @Test
    void staleVersionIsRefused() {
        changeProfile.change(muster.justSignedIn(ann.id()), 1L, named("Ann Example"));

        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> changeProfile.change(muster.justSignedIn(ann.id()), 1L, named("Too Late")))
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
        assertThat(queries.require(ann.id()).identity().name()).isEqualTo(new PersonName("Ann Example"));
    }

    @Test
    void staleVersionIsRefusedEvenWhenNothingWouldChange() {
        changeProfile.change(muster.justSignedIn(ann.id()), 1L, named("Ann Example"));

        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> changeProfile.change(muster.justSignedIn(ann.id()), 1L, named("Ann Example")));
    }

    @Test
    void invalidChangeStoresNothing() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> changeProfile.change(muster.justSignedIn(ann.id()), null, named("two\nlines")));
        assertThat(queries.require(ann.id())).isEqualTo(ann);
    }

    @Test
    void whoIsNotThereCannotBeChanged() {
        UserId nobody = new UserId(muster.stamps.nextId());

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> changeProfile.change(muster.justSignedIn(nobody), null, named("Nobody")))
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(UserError.USER_NOT_FOUND));
    }

    @Test
    void signInMeanwhileDoesNotRefuseAChange() {
        User changed = changeProfile.change(muster.justSignedIn(ann.id()), null, details -> {
            if (muster.stored("ann").version() == 1) {
                muster.signIn("ann");
            }
            return named("Ann Example").apply(details);
        });

        assertThat(changed.version()).isEqualTo(3);
        assertThat(changed.signIns().lastLoginAt()).isEqualTo(muster.stamps.now());
    }

    @Test
    void changesAtOnceWithoutExpectedVersionAllSurvive() {
        int threads = 8;

        List<User> stored = Race.values(Race.of(
                threads,
                thread -> changeProfile.change(muster.justSignedIn(ann.id()), null, telling("<" + thread + ">"))));

        String bio = queries.require(ann.id()).profile().bio();
        assertThat(stored).extracting(User::version).doesNotHaveDuplicates();
        assertThat(bio).hasSize(3 * threads).contains("<0>", "<1>", "<2>", "<3>", "<4>", "<5>", "<6>", "<7>");
    }

    @Test
    void ofManyChangesOfOneExpectedVersionOneIsStored() {
        List<Race.Outcome<User>> outcomes =
                Race.of(thread -> changeProfile.change(muster.justSignedIn(ann.id()), 1L, named("Ann " + thread)));

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
        assertThat(queries.require(ann.id()).version()).isEqualTo(2);
    }

    @Test
    void anotherUsernameOrPhoneNumberNeedsARecentSignIn() {
        Principal ageing = muster.justSignedIn(ann.id());
        muster.clock.advance(Duration.ofMinutes(15));
        User renamed = changeProfile.change(ageing, null, called("annabel"));
        muster.clock.advance(Duration.ofNanos(1000));

        assertStale(ageing, called("ann"));
        assertStale(ageing, called("Annabel"));
        assertStale(ageing, reachedAt("+14155550123"));
        assertThat(queries.require(ann.id())).isEqualTo(renamed);
        assertThat(changeProfile
                        .change(muster.justSignedIn(ann.id()), null, reachedAt("+14155550123"))
                        .identity()
                        .phone())
                .isEqualTo(new PhoneNumber("+14155550123"));
        assertStale(ageing, old -> new PersonalDetails(old.username(), old.name(), null, old.profile()));
    }

    @Test
    void everythingElseIsChangedHoweverLongAgoTheSignInWas() {
        Principal old = muster.justSignedIn(ann.id());
        changeProfile.change(old, null, reachedAt("+14155550123"));
        muster.clock.advance(Duration.ofDays(29));

        User changed = changeProfile.change(
                old,
                null,
                was -> telling("more")
                        .apply(named("Ann Example")
                                .apply(reachedAt("+14155550123").apply(was))));

        assertThat(changed.identity().name()).isEqualTo(new PersonName("Ann Example"));
        assertThat(changed.profile().bio()).isEqualTo("more");
        assertThat(changeProfile.change(old, null, reachedAt("+14155550123").andThen(called("ann"))::apply))
                .isEqualTo(changed);
    }

    private void assertStale(Principal principal, UnaryOperator<PersonalDetails> change) {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> changeProfile.change(principal, null, change))
                .satisfies(stale -> {
                    assertThat(stale.code()).isEqualTo(SessionError.REAUTHENTICATION_REQUIRED);
                    assertThat(stale.maxAge()).contains(Duration.ofMinutes(15));
                });
    }

    private static UnaryOperator<PersonalDetails> named(String name) {
        return old -> new PersonalDetails(old.username(), new PersonName(name), old.phone(), old.profile());
    }

    private static UnaryOperator<PersonalDetails> called(String username) {
        return old -> new PersonalDetails(new Username(username), old.name(), old.phone(), old.profile());
    }

    private static UnaryOperator<PersonalDetails> reachedAt(String phone) {
        return old -> new PersonalDetails(old.username(), old.name(), new PhoneNumber(phone), old.profile());
    }

    private static UnaryOperator<PersonalDetails> telling(String more) {
        return old -> {
            String told = old.profile().bio();
            Profile profile = new Profile(null, told == null ? more : told + more, null, null, null);
            return new PersonalDetails(old.username(), old.name(), old.phone(), profile);
        };
    }
}
