package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateUserTest {

    private static final NewUser.Secret CHOSEN = new NewUser.Secret.Chosen(AccountStage.PASSWORD);

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal admin = stage.admin("root");

    @Test
    void accountIsStoredAsWantedAndSignsIn() {
        User made = stage.createUser.create(admin, wish("bob", Set.of(), CHOSEN));

        assertThat(stage.stored(made.id())).isEqualTo(made);
        assertThat(made.isActive()).isTrue();
        assertThat(made.identity().emailVerified()).isTrue();
        assertThat(made.roles()).containsExactly(Role.USER);
        assertThat(stage.principal("bob").user()).isEqualTo(made.id());
        assertThat(stage.recorded(AuditAction.USER_CREATED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(admin.user()))
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo(made.id()));
    }

    @Test
    void inactiveAccountDoesNotSignIn() {
        NewUser wish = wish("bob", Set.of(), CHOSEN);
        stage.createUser.create(admin, new NewUser(wish.identity(), UserStatus.INACTIVE, Set.of(), CHOSEN));

        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> stage.muster.signIn("bob"));
    }

    @Test
    void importedHashSignsInWhateverThePolicySaysOfItsPassword() {
        PasswordHash hash = stage.muster.hasher.hash(new Password("hunter2"));
        stage.createUser.create(admin, wish("bob", Set.of(), new NewUser.Secret.Imported(hash)));

        assertThat(stage.muster.signIn("bob", new Password("hunter2"))).isNotNull();
    }

    @Test
    void hashThatIsUnknownHereIsRefused() {
        var secret = new NewUser.Secret.Imported(new PasswordHash("$1$md5$crypt"));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> stage.createUser.create(admin, wish("bob", Set.of(), secret)))
                .satisfies(invalid ->
                        assertThat(invalid.violations().getFirst().pointer()).isEqualTo("/password_hash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "bob@EXAMPLE.org 123456", "Muster bob 12345"})
    void weakPasswordIsRefused(String password) {
        var secret = new NewUser.Secret.Chosen(new Password(password));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> stage.createUser.create(admin, wish("bob", Set.of(), secret)))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
    }

    @Test
    void addressAndNameOfSomeoneElseAreRefused() {
        stage.muster.join("bob");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> stage.createUser.create(admin, wish("BOB", Set.of(), CHOSEN)))
                .satisfies(taken -> assertThat(taken.code()).isEqualTo(UserError.USERNAME_TAKEN));
    }

    @Test
    void rolesAreGivenOnTheRecord() {
        User made = stage.createUser.create(admin, wish("bob", Set.of(Role.ADMIN, Role.USER), CHOSEN));

        assertThat(stage.stored(made.id()).roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.USER);
        assertThat(stage.recorded(AuditAction.ROLE_GRANTED))
                .extracting(AuditEvent::details)
                .containsExactly(Map.of("role", "admin"));
    }

    @Test
    void roleThatThereIsNoneOfIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> stage.createUser.create(admin, wish("bob", Set.of(new Role("nothing")), CHOSEN)))
                .satisfies(invalid ->
                        assertThat(invalid.violations().getFirst().code()).isEqualTo(UserError.ROLE_NOT_FOUND));
    }

    @Test
    void nobodyGivesARoleThatAllowsMoreThanTheyMay() {
        Principal helper = stage.having("helper", Permission.USERS_WRITE, Permission.ROLES_WRITE);

        assertDenied(helper, Set.of(Role.ADMIN));
        assertThat(stage.createUser
                        .create(helper, wish("bob", Set.of(new Role("role-of-helper")), CHOSEN))
                        .roles())
                .hasSize(2);
    }

    @Test
    void rolesNeedAPermissionOfTheirOwn() {
        Principal helper = stage.having("helper", Permission.USERS_WRITE);

        assertDenied(helper, Set.of(new Role("role-of-helper")));
        assertThat(stage.createUser.create(helper, wish("bob", Set.of(Role.USER), CHOSEN)))
                .isNotNull();
    }

    @Test
    void accountsAreMadeByThoseWhoMayOnly() {
        assertDenied(stage.having("reader", Permission.USERS_READ, Permission.ROLES_WRITE), Set.of());
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(wish("bob", Set.of(), CHOSEN).toString()).doesNotContain(AccountStage.PASSWORD.value());
    }

    private void assertDenied(Principal principal, Set<Role> roles) {
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> stage.createUser.create(principal, wish("eve", roles, CHOSEN)))
                .satisfies(denied -> assertThat(denied.code()).isEqualTo(SharedError.PERMISSION_MISSING));
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> stage.muster.signIn("eve"));
    }

    private static NewUser wish(String name, Set<Role> roles, NewUser.Secret secret) {
        Identity identity = new Identity(
                new EmailAddress(name + "@example.org"), true, new Username(name), new PersonName(name), null, false);
        return new NewUser(identity, UserStatus.ACTIVE, roles, secret);
    }
}
