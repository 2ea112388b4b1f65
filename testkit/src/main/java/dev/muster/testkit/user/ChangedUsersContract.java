package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.PhoneNumber;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link UsersContract} that says how accounts are changed. */
public interface ChangedUsersContract extends UserStage {

    /** Later than the samples. */
    Instant LATER = TestClock.START.plusSeconds(3600);

    @Test
    default void updateKeepsEverythingThatItMayChange() {
        User user = stored(aUser().build());
        String unique = aUser().build().identity().username().value();
        Identity identity = new Identity(
                new EmailAddress("Other." + unique + "@Example.org"),
                true,
                new Username("Other." + unique),
                new PersonName("Ødegård 🚀"),
                new PhoneNumber("+14155550123"),
                true);
        Profile profile = new Profile("Øde", "bio", "http://example.org/a", "nb", "UTC");
        Lifetime lifetime = new Lifetime(TestClock.START, LATER, LATER, LATER.plusSeconds(9), null);
        User changed = changed(user, identity, UserStatus.SUSPENDED, profile, lifetime);
        write(() -> users().update(changed));

        assertThat(find(user.id())).isEqualTo(changed);
    }

    @Test
    default void updateClearsWhatIsNoLongerTold() {
        User user = stored(UserFixture.everythingKnown());
        Identity identity = user.identity();
        PersonalDetails nothing = new PersonalDetails(identity.username(), identity.name(), null, Profile.EMPTY);
        User changed = user.with(nothing, LATER);
        write(() -> users().update(changed));

        assertThat(find(user.id())).isEqualTo(changed);
    }

    @Test
    default void updateLeavesRolesPasswordAndSignInsAlone() {
        User user = stored(UserFixture.everythingKnown());
        User changed = new User(
                user.id(),
                user.identity(),
                user.status(),
                Set.of(Role.USER),
                user.profile(),
                SignInRecord.NONE,
                user.lifetime(),
                2);
        write(() -> users().update(changed));

        User found = find(user.id());
        assertThat(found.version()).isEqualTo(2);
        assertThat(hash(user.id())).isEqualTo(UserFixture.HASH);
        assertThat(found.roles()).isEqualTo(user.roles());
        assertThat(found.signIns()).isEqualTo(user.signIns());
    }

    @Test
    default void updateRefusesStaleVersion() {
        User user = stored(aUser().build());
        User second = user.with(user.details(), LATER);
        write(() -> users().update(second));

        assertStale(user.with(user.details(), LATER.plusSeconds(1)));
        assertThat(find(user.id())).isEqualTo(second);
    }

    @Test
    default void updateRefusesAVersionThatSkipsOne() {
        User user = stored(aUser().build());
        User twice = user.with(user.details(), LATER).with(user.details(), LATER);

        assertStale(twice);
        assertThat(find(user.id())).isEqualTo(user);
    }

    @Test
    default void updateRefusesUnknownUser() {
        User unknown = aUser().build();

        assertStale(unknown.with(unknown.details(), LATER));
        assertThat(read(() -> users().find(unknown.id()))).isEmpty();
    }

    @Test
    default void oneOfManyUpdatesOfTheSameVersionWins() {
        User user = stored(aUser().build());
        var outcomes = Race.of(thread -> {
            User changed = user.with(user.details(), LATER.plusSeconds(thread));
            write(() -> users().update(changed));
            return changed;
        });

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(winner -> assertThat(find(user.id())).isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(loser -> assertThat(loser.failure()).isInstanceOf(PreconditionFailed.class));
    }

    @Test
    default void loginIsNotedAndClearsFailures() {
        User user = stored(UserFixture.everythingKnown());
        login(user, LATER, null);

        User found = find(user.id());
        assertThat(found.signIns()).isEqualTo(new SignInRecord(0, null, null, LATER));
        assertThat(found.version()).isEqualTo(2);
        assertThat(hash(user.id())).isEqualTo(UserFixture.HASH);
        assertThat(found.identity()).isEqualTo(user.identity());
        assertThat(found.profile()).isEqualTo(user.profile());
        assertThat(found.roles()).isEqualTo(user.roles());
    }

    @Test
    default void loginStoresTheNewHash() {
        User user = stored(aUser().build());
        PasswordHash stronger = hash("stronger");
        login(user, LATER, stronger);

        assertThat(hash(user.id())).isEqualTo(stronger);
    }

    @Test
    default void loginKeepsAHashThatIsNewerThanTheOneItVerified() {
        User user = stored(aUser().build());
        login(user, LATER, hash("newer"));
        login(user, LATER.plusSeconds(1), hash("late"));

        User found = find(user.id());
        assertThat(hash(user.id())).isEqualTo(hash("newer"));
        assertThat(found.signIns().lastLoginAt()).isEqualTo(LATER.plusSeconds(1));
        assertThat(found.version()).isEqualTo(3);
    }

    @Test
    default void loginDoesNotMindAChangedAccount() {
        User user = stored(aUser().build());
        write(() -> users().update(user.with(user.details(), LATER)));
        login(user, LATER, null);

        assertThat(find(user.id()).version()).isEqualTo(3);
    }

    @Test
    default void loginsThatComeTogetherAreAllCounted() {
        User user = stored(aUser().build());
        Race.values(Race.of(thread -> {
            login(user, LATER, null);
            return true;
        }));

        assertThat(find(user.id()).version()).isEqualTo(1 + Race.THREADS);
    }

    @Test
    default void loginTellsTheAccountAsItIsStoredThen() {
        User user = stored(UserFixture.everythingKnown());
        PasswordHash newer = hash("newer");

        assertThat(login(user, LATER, newer)).contains(new Credentials(find(user.id()), newer));
        assertThat(login(user, LATER.plusSeconds(1), hash("late"))).contains(new Credentials(find(user.id()), newer));
    }

    @Test
    default void loginToldOfNobodyFindsNone() {
        assertThat(login(aUser().build(), LATER, null)).isEmpty();
    }

    private Optional<Credentials> login(User user, Instant at, @Nullable PasswordHash rehashed) {
        return writeFor(() -> users().recordLogin(UserFixture.credentials(user), at, rehashed));
    }

    private User find(UserId id) {
        return read(() -> users().find(id)).orElseThrow();
    }

    private PasswordHash hash(UserId id) {
        return read(() -> users().findCredentials(id)).orElseThrow().hash();
    }

    private void assertStale(User changed) {
        assertThatThrownBy(() -> write(() -> users().update(changed)))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        failure -> assertThat(failure.code()).isEqualTo(SharedError.STALE_VERSION));
    }

    private static PasswordHash hash(String text) {
        return new PasswordHash("$argon2id$v=19$m=19456,t=3,p=1$c2FsdHNhbHRzYWx0c2E$" + text);
    }

    private static User changed(User user, Identity identity, UserStatus status, Profile profile, Lifetime lifetime) {
        return new User(
                user.id(), identity, status, user.roles(), profile, user.signIns(), lifetime, user.version() + 1);
    }
}
