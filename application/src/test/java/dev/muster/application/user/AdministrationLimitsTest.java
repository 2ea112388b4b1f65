package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Who may not: without the permission nobody does anything, and with it nobody reaches beyond themselves. */
final class AdministrationLimitsTest {

    private static final Role SUPPORT = new Role("support");

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal admin = stage.admin("root");

    @Test
    void withoutThePermissionNothingIsDone() {
        User ann = stage.muster.join("ann");
        stage.createRole.create(admin, SUPPORT, "Helps", Set.of());
        Principal nobody = stage.principal("ann");
        Map<String, BiConsumer<Principal, UserId>> all = new TreeMap<>(onAnAccount());
        all.putAll(reads());
        all.putAll(onRoles());

        all.forEach((name, work) -> assertDenied(name, () -> work.accept(nobody, ann.id())));

        assertThat(stage.queries.findSessions(admin, ann.id())).hasSize(1);
        assertThat(stage.roleQueries.findAll(admin)).hasSize(3);
    }

    @Test
    void nobodyActsOnAnAccountThatMayMoreThanThey() {
        Principal helper =
                stage.having("helper", Permission.USERS_READ, Permission.USERS_WRITE, Permission.ROLES_WRITE);
        Principal auditor = stage.having("auditor", Permission.AUDIT_READ);
        stage.createRole.create(admin, SUPPORT, "Helps", Set.of());
        User before = stage.stored(auditor.user());

        onAnAccount().forEach((name, work) -> {
            assertDenied(name, () -> work.accept(helper, auditor.user()));
            assertThat(stage.stored(auditor.user())).as(name).isEqualTo(before);
            assertThat(stage.queries.findSessions(admin, auditor.user()))
                    .as(name)
                    .hasSize(1);
        });
    }

    @Test
    void deletedAccountOfSomeoneWhoMayMoreStaysDeleted() {
        Principal helper = stage.having("helper", Permission.USERS_WRITE);
        Principal auditor = stage.having("auditor", Permission.AUDIT_READ);
        stage.deleteUser.delete(admin, auditor.user(), null);

        assertDenied(() -> stage.restoreUser.restore(helper, auditor.user()));
        assertDenied(() -> stage.eraseUser.erase(helper, auditor.user()));
    }

    @Test
    void nobodyGivesOrTakesARoleThatAllowsMoreThanTheyMay() {
        Principal helper = stage.having("helper", Permission.ROLES_WRITE);
        User ann = stage.muster.join("ann");

        assertDenied(() -> stage.grantRole.grant(helper, ann.id(), Role.ADMIN, null));
        assertDenied(() -> stage.grantRole.grant(helper, helper.user(), Role.ADMIN, null));
        assertDenied(() -> stage.withdrawRole.withdraw(helper, admin.user(), Role.ADMIN, null));
        assertThat(stage.stored(helper.user()).roles()).doesNotContain(Role.ADMIN);
    }

    @Test
    void nobodyMakesChangesOrDeletesARoleThatAllowsMoreThanTheyMay() {
        Principal helper = stage.having("helper", Permission.ROLES_WRITE);
        Role auditing = new Role("auditing");
        stage.createRole.create(admin, auditing, "Audits", Set.of(Permission.AUDIT_READ));
        Role own = new Role("role-of-helper");

        assertDenied(() -> stage.createRole.create(helper, SUPPORT, "More", Set.of(Permission.USERS_WRITE)));
        assertDenied(() -> stage.changeRole.change(
                helper, own, null, was -> new ChangeRole.Content("More", Set.of(Permission.values()))));
        assertDenied(
                () -> stage.changeRole.change(helper, auditing, null, was -> new ChangeRole.Content("Less", Set.of())));
        assertDenied(() -> stage.deleteRole.delete(helper, auditing, null));
    }

    private Map<String, BiConsumer<Principal, UserId>> onAnAccount() {
        Map<String, BiConsumer<Principal, UserId>> all = new TreeMap<>();
        all.put(
                "change",
                (who, id) -> stage.changeUser.change(
                        who,
                        id,
                        null,
                        was -> new AdministeredDetails(new EmailAddress("x@example.org"), true, was.personal())));
        all.put("suspend", stage.suspendUser::suspend);
        all.put("reactivate", stage.reactivateUser::reactivate);
        all.put("unlock", stage.unlockUser::unlock);
        all.put("delete", (who, id) -> stage.deleteUser.delete(who, id, null));
        all.put("restore", stage.restoreUser::restore);
        all.put("erase", stage.eraseUser::erase);
        all.put("end sessions", stage.endUserSessions::end);
        all.put("grant", (who, id) -> stage.grantRole.grant(who, id, SUPPORT, null));
        all.put("withdraw", (who, id) -> stage.withdrawRole.withdraw(who, id, SUPPORT, null));
        return all;
    }

    private Map<String, BiConsumer<Principal, UserId>> reads() {
        Map<String, BiConsumer<Principal, UserId>> all = new TreeMap<>();
        all.put("find", (who, id) -> stage.queries.findPage(who, UserFilter.ALL, new PageRequest<>(1, null)));
        all.put("count", (who, id) -> stage.queries.count(who, UserFilter.ALL));
        all.put("read", stage.queries::require);
        all.put("sessions", stage.queries::findSessions);
        all.put("statistics", (who, id) -> stage.queries.statistics(who));
        all.put("roles", (who, id) -> stage.roleQueries.findAll(who));
        all.put("role", (who, id) -> stage.roleQueries.require(who, Role.USER));
        return all;
    }

    private Map<String, BiConsumer<Principal, UserId>> onRoles() {
        Map<String, BiConsumer<Principal, UserId>> all = new TreeMap<>();
        all.put("create role", (who, id) -> stage.createRole.create(who, new Role("mine"), "Mine", Set.of()));
        all.put(
                "change role",
                (who, id) -> stage.changeRole.change(who, SUPPORT, null, was -> new ChangeRole.Content("x", Set.of())));
        all.put("delete role", (who, id) -> stage.deleteRole.delete(who, SUPPORT, null));
        return all;
    }

    private static void assertDenied(Runnable work) {
        assertDenied("", work);
    }

    private static void assertDenied(String name, Runnable work) {
        assertThatExceptionOfType(Denied.class)
                .as(name)
                .isThrownBy(work::run)
                .satisfies(denied -> assertThat(denied.code()).isEqualTo(SharedError.PERMISSION_MISSING));
    }
}
