package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserError;
import dev.muster.testkit.shared.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class LastAdminTest {

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal root = stage.admin("root");

    @Test
    void onlyAdministratorIsNeitherShutNorDeletedNorStrippedOfTheRole() {
        assertRefused(() -> stage.suspendUser.suspend(root, root.user()));
        assertRefused(() -> stage.deleteUser.delete(root, root.user(), null));
        assertRefused(() -> stage.withdrawRole.withdraw(root, root.user(), Role.ADMIN, null));
        assertRefused(() -> stage.muster.deleteAccount.delete(root, AccountStage.PASSWORD, null));

        assertThat(stage.stored(root.user()).isActive()).isTrue();
        assertThat(stage.stored(root.user()).roles()).contains(Role.ADMIN);
        assertThat(stage.queries.findSessions(root, root.user())).hasSize(1);
    }

    @Test
    void administratorWhoIsNotActiveDoesNotCount() {
        Principal other = stage.admin("other");
        stage.suspendUser.suspend(root, other.user());

        assertRefused(() -> stage.suspendUser.suspend(root, root.user()));
        assertRefused(() -> stage.withdrawRole.withdraw(root, root.user(), Role.ADMIN, null));
        stage.withdrawRole.withdraw(root, other.user(), Role.ADMIN, null);
        assertThat(stage.stored(other.user()).roles()).containsExactly(Role.USER);
    }

    @Test
    void oneOfTwoMayGo() {
        Principal other = stage.admin("other");

        stage.muster.deleteAccount.delete(other, AccountStage.PASSWORD, null);

        assertRefused(() -> stage.deleteUser.delete(root, root.user(), null));
    }

    @Test
    void whoeverGoesAtOnceOneAdministratorRemains() {
        List<Principal> admins = new ArrayList<>(List.of(root));
        for (int i = 1; i < Race.THREADS; i++) {
            admins.add(stage.admin("admin" + i));
        }

        List<Race.Outcome<Principal>> outcomes = Race.of(thread -> leave(admins.get(thread), thread));

        assertThat(outcomes.stream().map(Race.Outcome::failure).filter(Objects::nonNull))
                .singleElement()
                .satisfies(failure -> assertThat(((Failure) failure).code()).isEqualTo(UserError.LAST_ADMIN));
        assertThat(stage.muster.unitOfWork.read(Actor.SYSTEM, () -> stage.muster.roles.countActive(Role.ADMIN)))
                .isOne();
    }

    private Principal leave(Principal admin, int way) {
        switch (way % 4) {
            case 0 -> stage.suspendUser.suspend(admin, admin.user());
            case 1 -> stage.deleteUser.delete(admin, admin.user(), null);
            case 2 -> stage.withdrawRole.withdraw(admin, admin.user(), Role.ADMIN, null);
            default -> stage.muster.deleteAccount.delete(admin, AccountStage.PASSWORD, null);
        }
        return admin;
    }

    private static void assertRefused(ThrowingCallable work) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(work)
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(UserError.LAST_ADMIN));
    }
}
