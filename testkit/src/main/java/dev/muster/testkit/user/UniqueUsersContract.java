package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.Username;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link UsersContract} that says who may have which address and which user name. */
public interface UniqueUsersContract extends UserStage {

    /** Ways to write the same address or name. */
    List<UnaryOperator<String>> SPELLINGS = List.of(
            UnaryOperator.identity(),
            text -> text.toUpperCase(Locale.ROOT),
            text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));

    @Test
    default void insertRefusesATakenEmailInAnyCase() {
        String taken = stored(aUser().build()).identity().email().value();

        for (UnaryOperator<String> written : SPELLINGS) {
            User late = aUser().email(written.apply(taken)).build();
            assertConflict(UserError.EMAIL_TAKEN, () -> stored(late));
            assertThat(read(() -> users().find(late.id()))).isEmpty();
        }
    }

    @Test
    default void insertRefusesATakenUsernameInAnyCase() {
        String taken = stored(aUser().build()).identity().username().value();

        for (UnaryOperator<String> written : SPELLINGS) {
            User late = aUser().username(written.apply(taken)).build();
            assertConflict(UserError.USERNAME_TAKEN, () -> stored(late));
            assertThat(read(() -> users().find(late.id()))).isEmpty();
        }
    }

    @Test
    default void insertTellsOfTheUsernameWhenBothAreTaken() {
        User first = stored(aUser().build());
        User other = stored(aUser().build());

        User both = aUser().email(first.identity().email().value())
                .username(first.identity().username().value())
                .build();
        User ofTwoAccounts = aUser().email(first.identity().email().value())
                .username(other.identity().username().value())
                .build();

        assertConflict(UserError.USERNAME_TAKEN, () -> stored(both));
        assertConflict(UserError.USERNAME_TAKEN, () -> stored(ofTwoAccounts));
    }

    @Test
    default void refusedInsertOfOneWriteLeavesNothing() {
        User first = stored(aUser().build());
        User late = aUser().email(first.identity().email().value()).build();

        assertConflict(
                UserError.EMAIL_TAKEN,
                () -> unitOfWork().writeOne(Actor.SYSTEM, () -> {
                    users().insert(late, UserFixture.HASH);
                    return true;
                }));
        assertThat(read(() -> users().find(late.id()))).isEmpty();
        assertThat(read(() -> users().findByUsername(late.identity().username())))
                .isEmpty();
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        User user = stored(aUser().build());
        User sameId = new User(
                user.id(),
                aUser().build().identity(),
                user.status(),
                user.roles(),
                user.profile(),
                user.signIns(),
                user.lifetime(),
                1);

        assertThatThrownBy(() -> stored(sameId)).isInstanceOf(RuntimeException.class);
        assertThat(read(() -> users().find(user.id()))).contains(user);
    }

    @Test
    default void emailAndUsernameOfADeletedUserAreFree() {
        User gone = stored(aUser().deleted().build());
        User heir = stored(aUser().email(gone.identity().email().value())
                .username(gone.identity().username().value())
                .build());

        assertThat(read(() -> users().findByEmail(gone.identity().email()))).contains(heir);
        assertThat(read(() -> users().findByUsername(gone.identity().username())))
                .contains(heir);
    }

    @Test
    default void updateRefusesATakenUsername() {
        User first = stored(aUser().build());
        User second = stored(aUser().build());
        User changed = renamed(second, first.identity().username().value().toUpperCase(Locale.ROOT));

        assertConflict(UserError.USERNAME_TAKEN, () -> write(() -> users().update(changed)));
        assertThat(read(() -> users().find(second.id()))).contains(second);
    }

    @Test
    default void updateMayWriteItsOwnUsernameInAnotherCase() {
        User user = stored(aUser().build());
        User changed = renamed(user, user.identity().username().value().toUpperCase(Locale.ROOT));
        write(() -> users().update(changed));

        assertThat(read(() -> users().find(user.id()))).contains(changed);
    }

    @Test
    default void oneOfManyWithTheSameEmailWins() {
        String email = aUser().build().identity().email().value();

        assertOneWins(UserError.EMAIL_TAKEN, thread -> aUser().email(spelt(thread, email)));
    }

    @Test
    default void oneOfManyWithTheSameUsernameWins() {
        String username = aUser().build().identity().username().value();

        assertOneWins(UserError.USERNAME_TAKEN, thread -> aUser().username(spelt(thread, username)));
    }

    private void assertOneWins(ErrorCode code, IntFunction<UserFixture> entrant) {
        var outcomes = Race.of(50, thread -> stored(entrant.apply(thread).build()));

        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertConflict(code, outcome.failure()));
    }

    private static String spelt(int thread, String text) {
        return SPELLINGS.get(thread % SPELLINGS.size()).apply(text);
    }

    private static User renamed(User user, String username) {
        PersonalDetails details = new PersonalDetails(
                new Username(username), user.identity().name(), user.identity().phone(), user.profile());
        return user.with(details, TestClock.START.plusSeconds(1));
    }

    private static void assertConflict(ErrorCode code, ThrowingCallable work) {
        assertConflict(code, catchThrowable(work));
    }

    private static void assertConflict(ErrorCode code, @Nullable Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo(code));
    }
}
