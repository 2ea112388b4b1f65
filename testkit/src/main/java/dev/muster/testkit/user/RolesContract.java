package dev.muster.testkit.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.testkit.shared.Race;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What {@link Roles} promise. A test class of the adapter implements this interface, over users of the same store, which
 * need not be empty. This interface is about roles; {@link GrantedRolesContract} is about who has them.
 */
public interface RolesContract extends GrantedRolesContract {

    @Test
    default void builtInRolesAreThere() {
        RoleDefinition admin = find(Role.ADMIN).orElseThrow();
        RoleDefinition user = find(Role.USER).orElseThrow();

        assertThat(admin.permissions()).isEqualTo(EnumSet.allOf(Permission.class));
        assertThat(user.permissions()).isEmpty();
        assertThat(List.of(admin, user)).allMatch(RoleDefinition::builtIn).allMatch(role -> role.version() == 1);
    }

    @Test
    default void insertKeepsEverythingOfARole() {
        RoleDefinition role = stored(aRole(Permission.USERS_READ, Permission.TOKENS_INTROSPECT));
        RoleDefinition withoutPermissions = stored(aRole());

        assertThat(find(role.name())).contains(role);
        assertThat(find(withoutPermissions.name())).contains(withoutPermissions);
    }

    @Test
    default void unknownRoleIsNotFound() {
        assertThat(find(aRole().name())).isEmpty();
    }

    @Test
    default void allRolesComeByName() {
        RoleDefinition first = stored(aRole(Permission.AUDIT_READ));
        RoleDefinition second = stored(aRole());
        List<RoleDefinition> all = read(() -> roles().findAll());

        assertThat(all).contains(first, second).extracting(RoleDefinition::name).contains(Role.ADMIN, Role.USER);
        assertThat(all).extracting(role -> role.name().name()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void allRolesAreCounted() {
        storedRole();
        int all = read(() -> roles().findAll()).size();

        assertThat(read(() -> roles().count())).isEqualTo(all);
        assertThat(writeFor(() -> roles().count())).isEqualTo(all);
    }

    @Test
    default void ofManyWhoMakeTheLastRoleThatThereMayBeOneDoes() {
        for (int round = 0; round < 5; round++) {
            long most = read(() -> roles().count()) + 1;
            List<Boolean> made = Race.values(Race.of(thread -> insertUnlessThereAre(most)));

            assertThat(made).filteredOn(Boolean::booleanValue).hasSize(1);
            assertThat(read(() -> roles().count())).isEqualTo(most);
        }
    }

    @Test
    default void insertRefusesATakenName() {
        RoleDefinition role = stored(aRole(Permission.USERS_READ));
        RoleDefinition same =
                new RoleDefinition(role.name(), "Another", Set.of(), role.createdAt(), role.updatedAt(), 1);
        RoleDefinition admin = new RoleDefinition(Role.ADMIN, "Another", Set.of(), CHANGED, CHANGED, 1);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> stored(same))
                .satisfies(taken -> assertThat(taken.code()).isEqualTo(UserError.ROLE_EXISTS));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> stored(admin));
        assertThat(find(role.name())).contains(role);
    }

    @Test
    default void updateKeepsEverythingThatItMayChange() {
        RoleDefinition role = stored(aRole(Permission.USERS_READ, Permission.USERS_WRITE));
        RoleDefinition changed = changed(role, Permission.USERS_WRITE, Permission.AUDIT_READ);
        write(() -> roles().update(changed));
        assertThat(find(role.name())).contains(changed);

        RoleDefinition emptied = changed(changed);
        write(() -> roles().update(emptied));
        assertThat(find(role.name())).contains(emptied);
    }

    @Test
    default void updateRefusesStaleVersion() {
        RoleDefinition role = stored(aRole(Permission.USERS_READ));
        RoleDefinition second = changed(role, Permission.AUDIT_READ);
        write(() -> roles().update(second));

        for (RoleDefinition stale : List.of(changed(role), changed(changed(second)), changed(aRole()))) {
            assertThatExceptionOfType(PreconditionFailed.class)
                    .isThrownBy(() -> write(() -> roles().update(stale)))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(SharedError.STALE_VERSION));
        }
        assertThat(find(role.name())).contains(second);
    }

    @Test
    default void oneOfManyUpdatesOfTheSameVersionWins() {
        RoleDefinition role = stored(aRole());
        var outcomes = Race.of(thread -> {
            Permission mine = Permission.values()[thread % Permission.values().length];
            RoleDefinition changed = changed(role, mine);
            write(() -> roles().update(changed));
            return changed;
        });

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(winner -> assertThat(find(role.name()).orElseThrow()).isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(loser -> assertThat(loser.failure()).isInstanceOf(PreconditionFailed.class));
    }

    @Test
    default void deletedRoleIsGone() {
        Role role = storedRole(Permission.USERS_READ);

        assertThat(writeFor(() -> roles().delete(role))).isTrue();
        assertThat(find(role)).isEmpty();
        assertThat(writeFor(() -> roles().delete(role))).isFalse();
    }

    @Test
    default void roleThatSomeoneHasIsNotDeleted() {
        RoleDefinition role = stored(aRole(Permission.USERS_READ));
        User gone = stored(UserFixture.aUser().roles(role.name()).deleted().build());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> writeFor(() -> roles().delete(role.name())))
                .satisfies(used -> assertThat(used.code()).isEqualTo(UserError.ROLE_IN_USE));
        assertThat(find(role.name())).contains(role);

        withdraw(gone.id(), role.name());
        assertThat(writeFor(() -> roles().delete(role.name()))).isTrue();
    }

    @Test
    default void changesOfAUnitThatFailsAreNotKept() {
        RoleDefinition role = stored(aRole(Permission.USERS_READ));
        RoleDefinition other = aRole();

        assertThatThrownBy(() -> write(() -> {
                    roles().insert(other);
                    roles().update(changed(role));
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(role.name())).contains(role);
        assertThat(find(other.name())).isEmpty();
    }

    private boolean insertUnlessThereAre(long most) {
        return writeFor(() -> {
            boolean room = roles().count() < most;
            if (room) {
                roles().insert(aRole());
            }
            return room;
        });
    }

    private static RoleDefinition changed(RoleDefinition role, Permission... permissions) {
        return new RoleDefinition(
                role.name(), "Changed: Ø 🚀", Set.of(permissions), role.createdAt(), CHANGED, role.version() + 1);
    }
}
