package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.TestClock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What {@link Users} promise. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MyUsersTest implements UsersContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 * }
 * }</pre>
 *
 * The store need not be empty: every test uses users of its own. Its parts: {@link UniqueUsersContract} about who may
 * have which name, {@link ChangedUsersContract} about changes, {@link ChangedPasswordsContract}, {@link
 * LockedUsersContract} about wrong passwords, {@link DeletedUsersContract} about who goes and comes back, {@link ErasedUsersContract} about who goes for good.
 */
public interface UsersContract
        extends UniqueUsersContract,
                ChangedUsersContract,
                ChangedPasswordsContract,
                LockedUsersContract,
                DeletedUsersContract,
                ErasedUsersContract {

    @Test
    default void insertKeepsEverythingOfAUser() {
        User user = stored(UserFixture.everythingKnown());

        assertThat(read(() -> users().find(user.id()))).contains(user);
    }

    @Test
    default void insertKeepsAUserOfWhomLittleIsKnown() {
        User user = stored(aUser().build());

        assertThat(read(() -> users().find(user.id()))).contains(user);
    }

    @Test
    default void insertKeepsEveryStatus() {
        for (UserStatus status : UserStatus.values()) {
            User user = stored(
                    status == UserStatus.DELETED
                            ? aUser().deleted().build()
                            : aUser().status(status).build());

            assertThat(read(() -> users().find(user.id()))).contains(user);
        }
    }

    @Test
    default void insertOfOneWriteKeepsEverything() {
        User user = UserFixture.everythingKnown();
        unitOfWork().writeOne(Actor.SYSTEM, () -> {
            users().insert(user, UserFixture.HASH);
            return true;
        });

        assertThat(read(() -> users().find(user.id()))).contains(user);
    }

    @Test
    default void unknownUserIsNotFound() {
        assertThat(read(() -> users().find(UserFixture.nextId()))).isEmpty();
        assertThat(read(() -> users().findCredentials(UserFixture.nextId()))).isEmpty();
        assertThat(read(() -> users().findCredentialsByEmail(new EmailAddress("nobody@nowhere.example"))))
                .isEmpty();
        assertThat(read(() -> users().findCredentialsByUsername(new Username("nobody.at.all"))))
                .isEmpty();
        assertThat(read(() -> users().findByEmail(new EmailAddress("nobody@nowhere.example"))))
                .isEmpty();
        assertThat(read(() -> users().findByUsername(new Username("nobody.at.all"))))
                .isEmpty();
    }

    @Test
    default void userIsFoundByEmailAndUsernameInAnyCase() {
        User user = stored(UserFixture.everythingKnown());

        for (UnaryOperator<String> written : SPELLINGS) {
            EmailAddress email =
                    new EmailAddress(written.apply(user.identity().email().value()));
            Username username =
                    new Username(written.apply(user.identity().username().value()));
            assertThat(read(() -> users().findByEmail(email))).contains(user);
            assertThat(read(() -> users().findByUsername(username))).contains(user);
            assertThat(read(() -> users().findCredentialsByEmail(email))).contains(UserFixture.credentials(user));
            assertThat(read(() -> users().findCredentialsByUsername(username))).contains(UserFixture.credentials(user));
        }
    }

    @Test
    default void emailAndUsernameAreKeptAsTheyWereWritten() {
        String unique = aUser().build().identity().username().value();
        User user = stored(aUser().email("Ann." + unique + "@Example.ORG")
                .username("Ann." + unique)
                .build());

        Optional<User> found =
                read(() -> users().findByUsername(new Username(("ann." + unique).toUpperCase(Locale.ROOT))));

        assertThat(found).contains(user);
    }

    @Test
    default void patternCharactersInAnAddressMeanThemselves() {
        String unique = aUser().build().identity().username().value();
        stored(aUser().email("a-b" + unique + "@example.org").build());

        assertThat(read(() -> users().findByEmail(new EmailAddress("a_b" + unique + "@example.org"))))
                .isEmpty();
        assertThat(read(() -> users().findByEmail(new EmailAddress("%" + unique + "@example.org"))))
                .isEmpty();
    }

    @Test
    default void deletedUserIsFoundByIdAlone() {
        User user = stored(aUser().deleted().build());

        assertThat(read(() -> users().find(user.id()))).contains(user);
        assertThat(read(() -> users().findCredentials(user.id()))).contains(UserFixture.credentials(user));
        assertThat(read(() -> users().findCredentialsByEmail(user.identity().email())))
                .isEmpty();
        assertThat(read(() -> users().findCredentialsByUsername(user.identity().username())))
                .isEmpty();
        assertThat(read(() -> users().findByEmail(user.identity().email()))).isEmpty();
        assertThat(read(() -> users().findByUsername(user.identity().username())))
                .isEmpty();
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        User user = aUser().build();

        assertThatThrownBy(() -> write(() -> {
                    users().insert(user, UserFixture.HASH);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(read(() -> users().find(user.id()))).isEmpty();
        stored(user);
    }

    @Test
    default void changeThatIsNotStoredIsNotSeen() {
        User user = stored(aUser().build());
        User changed = user.with(user.details(), TestClock.START.plusSeconds(1));

        assertThat(read(() -> users().find(user.id()))).contains(user).isNotEqualTo(Optional.of(changed));
    }
}
