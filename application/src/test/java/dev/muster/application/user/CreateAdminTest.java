package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.Username;
import org.junit.jupiter.api.Test;

final class CreateAdminTest {

    private final AdministrationStage stage = new AdministrationStage();
    private final CreateAdmin createAdmin = new CreateAdmin(
            stage.muster.unitOfWork,
            stage.muster.users,
            stage.muster.passwords,
            stage.muster.audit,
            stage.muster.stamps);

    @Test
    void administratorIsActiveVerifiedAndMayDoEverything() {
        User root = create("root", AccountStage.PASSWORD);

        assertThat(stage.stored(root.id())).isEqualTo(root);
        assertThat(root.isActive()).isTrue();
        assertThat(root.identity().emailVerified()).isTrue();
        assertThat(root.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.USER);
        assertThat(stage.principal("root").permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(stage.recorded(AuditAction.USER_CREATED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isNull());
        assertThat(stage.recorded(AuditAction.ROLE_GRANTED)).hasSize(1);
    }

    @Test
    void addressesNamesAndPasswordsAreHeldToTheRules() {
        create("root", AccountStage.PASSWORD);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> create("ROOT", AccountStage.PASSWORD))
                .satisfies(taken -> assertThat(taken.code()).isEqualTo(UserError.USERNAME_TAKEN));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> create("other", new Password("short")))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> create("other", new Password("Other-Muster-12345")))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
    }

    private User create(String name, Password password) {
        return createAdmin.create(new EmailAddress(name + "@example.org"), new Username(name), password);
    }
}
