package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;

import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link UserDirectoryContract} that says what each filter lets through, and all of them together. */
public interface FilteredUsersContract extends DirectoryStage {

    @Test
    default void emailIsExactInAnyCase() {
        User user = stored(aUser().build());
        String email = user.identity().email().value();

        assertMeant(email(email.toUpperCase(Locale.ROOT), null), user);
        assertMeant(email("x" + email, null));
        assertMeant(email(email.replace('u', '_'), null));
        assertMeant(email("%" + email.substring(1), null));
    }

    @Test
    default void usernameIsExactInAnyCase() {
        User user = stored(aUser().build());
        String username = user.identity().username().value();

        assertMeant(username(username.toUpperCase(Locale.ROOT)), user);
        assertMeant(username(username.substring(1)));
        assertMeant(username(username.substring(0, username.length() - 1) + "_"));
    }

    @Test
    default void deletedAreFoundWhenTheyAreAskedForAlone() {
        User gone = stored(aUser().deleted().build());
        User heir = stored(aUser().email(gone.identity().email().value())
                .username(gone.identity().username().value())
                .build());
        String email = gone.identity().email().value();

        assertMeant(email(email, null), heir);
        assertMeant(email(email, UserStatus.ACTIVE), heir);
        assertMeant(email(email, UserStatus.DELETED), gone);
        assertMeant(username(heir.identity().username().value()), heir);
    }

    @Test
    default void statusLetsThroughItsOwn() {
        String word = word();
        User active = named(word);
        User inactive = stored(aUser().name(word).status(UserStatus.INACTIVE).build());
        User suspended = stored(aUser().name(word).status(UserStatus.SUSPENDED).build());
        User deleted = stored(aUser().name(word).deleted().build());

        assertMeant(with(word, UserStatus.ACTIVE), active);
        assertMeant(with(word, UserStatus.INACTIVE), inactive);
        assertMeant(with(word, UserStatus.SUSPENDED), suspended);
        assertMeant(with(word, UserStatus.DELETED), deleted);
        assertMeant(with(word, null), suspended, inactive, active);
    }

    @Test
    default void roleLetsThroughWhoHasIt() {
        Role role = storedRole();
        User one = stored(aUser().roles(Role.USER, role).build());
        User other = stored(aUser().roles(role).build());
        stored(aUser().roles(role).deleted().build());
        stored(aUser().build());

        assertMeant(new UserFilter(null, null, null, null, role, null, null), other, one);
        assertMeant(new UserFilter(null, null, null, null, aRole().name(), null, null));
    }

    @Test
    default void timesAreFromTheFirstAndBeforeTheSecond() {
        String word = word();
        User first = namedAt(word, 1);
        User second = namedAt(word, 2);
        User third = namedAt(word, 3);

        assertMeant(made(word, at(2), null), third, second);
        assertMeant(made(word, null, at(2)), first);
        assertMeant(made(word, at(1), at(3)), second, first);
        assertMeant(made(word, at(2), at(2)));
        assertMeant(made(word, at(2).plusNanos(1000), null), third);
    }

    @Test
    default void filtersAllHaveToHold() {
        String word = word();
        Role role = storedRole();
        User meant = stored(aUser().name(word)
                .roles(role)
                .status(UserStatus.SUSPENDED)
                .createdAt(at(5))
                .build());
        stored(aUser().name(word).roles(role).createdAt(at(5)).build());
        stored(aUser().name(word).status(UserStatus.SUSPENDED).createdAt(at(5)).build());
        stored(aUser().name(word)
                .roles(role)
                .status(UserStatus.SUSPENDED)
                .createdAt(at(9))
                .build());
        stored(aUser().roles(role).status(UserStatus.SUSPENDED).createdAt(at(5)).build());
        EmailAddress email = meant.identity().email();
        Username username = meant.identity().username();

        assertMeant(new UserFilter(word, null, null, UserStatus.SUSPENDED, role, at(4), at(6)), meant);
        assertMeant(new UserFilter(word, email, username, UserStatus.SUSPENDED, role, at(4), at(6)), meant);
        assertMeant(new UserFilter(word, email, username, UserStatus.ACTIVE, role, at(4), at(6)));
        assertMeant(new UserFilter(word(), email, username, UserStatus.SUSPENDED, role, at(4), at(6)));
    }

    private static Instant at(int second) {
        return TestClock.START.plusSeconds(second);
    }

    private static UserFilter email(String email, @Nullable UserStatus status) {
        return new UserFilter(null, new EmailAddress(email), null, status, null, null, null);
    }

    private static UserFilter username(String username) {
        return new UserFilter(null, null, new Username(username), null, null, null, null);
    }

    private static UserFilter with(String word, @Nullable UserStatus status) {
        return new UserFilter(word, null, null, status, null, null, null);
    }

    private static UserFilter made(String word, @Nullable Instant after, @Nullable Instant before) {
        return new UserFilter(word, null, null, null, null, after, before);
    }
}
