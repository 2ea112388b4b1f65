package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.session.SignedIn;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Roles that administrators make, change, give and take (requirement A12). */
final class RolesTest {

    private static final Role SUPPORT = new Role("support");

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal admin = stage.admin("root");
    private final User ann = stage.muster.join("ann");

    @Test
    void roleIsStoredAsWanted() {
        RoleDefinition made = create(Permission.USERS_READ);

        assertThat(stage.roleQueries.require(admin, SUPPORT)).isEqualTo(made);
        assertThat(stage.roleQueries.findAll(admin))
                .extracting(RoleDefinition::name)
                .containsExactly(Role.ADMIN, SUPPORT, Role.USER);
        assertThat(stage.recorded(AuditAction.ROLE_CREATED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).isEqualTo(Map.of("role", "support")));
    }

    @Test
    void nameIsTakenOnce() {
        create();

        assertConflict(UserError.ROLE_EXISTS, this::create);
        assertConflict(UserError.ROLE_EXISTS, () -> stage.createRole.create(admin, Role.ADMIN, "Another", Set.of()));
    }

    @Test
    void thereAreNoMoreThanAHundred() {
        for (int i = 2; i < RoleDefinition.MAX_ROLES; i++) {
            stage.createRole.create(admin, new Role("role" + i), "One of many", Set.of());
        }

        assertConflict(UserError.TOO_MANY_ROLES, this::create);
    }

    @Test
    void ofManyWhoMakeTheHundredthAtOnceOneDoes() {
        for (int i = 3; i < RoleDefinition.MAX_ROLES; i++) {
            stage.createRole.create(admin, new Role("role" + i), "One of many", Set.of());
        }

        List<Race.Outcome<RoleDefinition>> outcomes =
                Race.of(thread -> stage.createRole.create(admin, new Role("last" + thread), "The last", Set.of()));

        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
        assertThat(stage.roleQueries.findAll(admin)).hasSize(RoleDefinition.MAX_ROLES);
    }

    @Test
    void grantedRoleCountsFromTheNextRequestOn() {
        create(Permission.USERS_READ);
        SignedIn signedIn = stage.muster.signIn("ann");
        assertThat(stage.muster.principal(signedIn).permissions()).isEmpty();

        stage.grantRole.grant(admin, ann.id(), SUPPORT, null);
        assertThat(stage.muster.principal(signedIn).permissions()).containsExactly(Permission.USERS_READ);

        stage.withdrawRole.withdraw(admin, ann.id(), SUPPORT, null);
        assertThat(stage.muster.principal(signedIn).permissions()).isEmpty();
        assertThat(stage.recorded(AuditAction.ROLE_GRANTED)).hasSize(1);
        assertThat(stage.recorded(AuditAction.ROLE_WITHDRAWN)).hasSize(1);
    }

    @Test
    void grantingAndWithdrawingAgainChangesNothing() {
        create();
        stage.grantRole.grant(admin, ann.id(), SUPPORT, null);
        stage.grantRole.grant(admin, ann.id(), SUPPORT, null);
        User granted = stage.stored(ann.id());
        stage.withdrawRole.withdraw(admin, ann.id(), SUPPORT, null);
        stage.withdrawRole.withdraw(admin, ann.id(), SUPPORT, null);

        assertThat(granted.version()).isEqualTo(ann.version() + 1);
        assertThat(stage.stored(ann.id()).version()).isEqualTo(ann.version() + 2);
        assertThat(stage.recorded(AuditAction.ROLE_GRANTED)).hasSize(1);
        assertThat(stage.recorded(AuditAction.ROLE_WITHDRAWN)).hasSize(1);
    }

    @Test
    void grantAndWithdrawalAreForTheVersionThatIsNamed() {
        create();

        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> stage.grantRole.grant(admin, ann.id(), SUPPORT, 7L));
        stage.grantRole.grant(admin, ann.id(), SUPPORT, ann.version());
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> stage.withdrawRole.withdraw(admin, ann.id(), SUPPORT, ann.version()));
    }

    @Test
    void roleOrPersonThatIsNotThereIsNotFound() {
        UserId nobody = new UserId(stage.muster.stamps.nextId());

        assertNotFound(UserError.ROLE_NOT_FOUND, () -> stage.grantRole.grant(admin, ann.id(), SUPPORT, null));
        assertNotFound(UserError.ROLE_NOT_FOUND, () -> stage.withdrawRole.withdraw(admin, ann.id(), SUPPORT, null));
        assertNotFound(UserError.ROLE_NOT_FOUND, () -> stage.roleQueries.require(admin, SUPPORT));
        assertNotFound(UserError.ROLE_NOT_FOUND, () -> change(null, UnaryOperator.identity()));
        assertNotFound(UserError.ROLE_NOT_FOUND, () -> stage.deleteRole.delete(admin, SUPPORT, null));
        assertNotFound(UserError.USER_NOT_FOUND, () -> stage.grantRole.grant(admin, nobody, Role.USER, null));
        assertNotFound(UserError.USER_NOT_FOUND, () -> stage.withdrawRole.withdraw(admin, nobody, Role.USER, null));
    }

    @Test
    void changedRoleCountsForEveryoneFromTheNextRequestOn() {
        create(Permission.USERS_READ);
        stage.grantRole.grant(admin, ann.id(), SUPPORT, null);
        SignedIn signedIn = stage.muster.signIn("ann");
        stage.muster.principal(signedIn);
        stage.muster.clock.advance(Duration.ofSeconds(1));

        RoleDefinition changed = change(1L, was -> new ChangeRole.Content("Less", Set.of()));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.description()).isEqualTo("Less");
        assertThat(changed.updatedAt()).isEqualTo(stage.muster.stamps.now());
        assertThat(stage.roleQueries.require(admin, SUPPORT)).isEqualTo(changed);
        assertThat(stage.muster.principal(signedIn).permissions()).isEmpty();
        assertThat(stage.recorded(AuditAction.ROLE_CHANGED)).hasSize(1);
    }

    @Test
    void changeOfNothingKeepsTheVersion() {
        RoleDefinition made = create(Permission.USERS_READ);

        assertThat(change(null, UnaryOperator.identity())).isEqualTo(made);
        assertThat(stage.recorded(AuditAction.ROLE_CHANGED)).isEmpty();
    }

    @Test
    void changeThatIsStaleOrInvalidIsRefused() {
        create();

        assertThatExceptionOfType(PreconditionFailed.class).isThrownBy(() -> change(2L, UnaryOperator.identity()));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> change(null, was -> new ChangeRole.Content("", Set.of())));
    }

    @Test
    void builtInRolesStayAsTheyAre() {
        for (Role builtIn : Set.of(Role.ADMIN, Role.USER)) {
            assertConflict(
                    UserError.ROLE_BUILT_IN,
                    () -> stage.changeRole.change(admin, builtIn, null, was -> new ChangeRole.Content("x", Set.of())));
            assertConflict(UserError.ROLE_BUILT_IN, () -> stage.deleteRole.delete(admin, builtIn, null));
        }
    }

    @Test
    void roleThatNobodyHasIsDeleted() {
        create();
        stage.grantRole.grant(admin, ann.id(), SUPPORT, null);
        assertConflict(UserError.ROLE_IN_USE, () -> stage.deleteRole.delete(admin, SUPPORT, null));
        stage.withdrawRole.withdraw(admin, ann.id(), SUPPORT, null);
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> stage.deleteRole.delete(admin, SUPPORT, 2L));

        stage.deleteRole.delete(admin, SUPPORT, 1L);

        assertNotFound(UserError.ROLE_NOT_FOUND, () -> stage.roleQueries.require(admin, SUPPORT));
        assertThat(stage.recorded(AuditAction.ROLE_DELETED)).hasSize(1);
    }

    private RoleDefinition create(Permission... permissions) {
        return stage.createRole.create(admin, SUPPORT, "Helps people", Set.of(permissions));
    }

    private RoleDefinition change(Long version, UnaryOperator<ChangeRole.Content> change) {
        return stage.changeRole.change(admin, SUPPORT, version, change);
    }

    private static void assertConflict(UserError code, ThrowingCallable work) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(work)
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
    }

    private static void assertNotFound(UserError code, ThrowingCallable work) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(work)
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(code));
    }
}
