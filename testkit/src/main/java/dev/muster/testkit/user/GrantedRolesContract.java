package dev.muster.testkit.user;

import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.shared.Race;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of the {@link RolesContract} that says how roles are given and taken, and what follows of it. */
public interface GrantedRolesContract extends RoleStage {

    @Test
    default void grantedRoleIsHadAndRaisesTheVersion() {
        User user = stored(aUser().build());
        Role role = storedRole();

        assertThat(grant(user.id(), role)).isTrue();
        assertThat(find(user.id()).roles()).containsExactlyInAnyOrder(Role.USER, role);
        assertThat(find(user.id()).version()).isEqualTo(user.version() + 1);
    }

    @Test
    default void roleThatOneHasIsNotGivenAgain() {
        User user = stored(aUser().build());

        assertThat(grant(user.id(), Role.USER)).isFalse();
        assertThat(find(user.id())).isEqualTo(user);
    }

    @Test
    default void withdrawnRoleIsGoneAndRaisesTheVersion() {
        Role role = storedRole();
        User user = stored(aUser().roles(Role.USER, role).build());

        assertThat(withdraw(user.id(), role)).isTrue();
        assertThat(find(user.id()).roles()).containsExactly(Role.USER);
        assertThat(find(user.id()).version()).isEqualTo(user.version() + 1);
    }

    @Test
    default void roleThatOneDoesNotHaveIsNotTaken() {
        User user = stored(aUser().build());
        Role role = storedRole();

        assertThat(withdraw(user.id(), role)).isFalse();
        assertThat(find(user.id())).isEqualTo(user);
    }

    @Test
    default void nobodyGetsARole() {
        UserId nobody = UserFixture.nextId();

        assertThat(grant(nobody, storedRole())).isFalse();
        assertThat(withdraw(nobody, Role.USER)).isFalse();
        assertThat(read(() -> users().find(nobody))).isEmpty();
    }

    @Test
    default void oneOfManyWhoGiveTheSameRoleDoesIt() {
        User user = stored(aUser().build());
        Role role = storedRole();
        List<Boolean> given = Race.values(Race.of(thread -> grant(user.id(), role)));

        assertThat(given).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(find(user.id()).version()).isEqualTo(user.version() + 1);
    }

    @Test
    default void permissionsOfAllRolesAddUp() {
        Role reader = storedRole(Permission.USERS_READ, Permission.AUDIT_READ);
        Role writer = storedRole(Permission.USERS_WRITE, Permission.AUDIT_READ);
        User user = stored(aUser().roles(Role.USER, reader, writer).build());
        User admin = stored(aUser().roles(Role.ADMIN).build());

        assertThat(permissions(user))
                .containsExactlyInAnyOrder(Permission.USERS_READ, Permission.USERS_WRITE, Permission.AUDIT_READ);
        assertThat(permissions(admin)).isEqualTo(EnumSet.allOf(Permission.class));
    }

    @Test
    default void ordinaryUserAndNobodyMayNothing() {
        assertThat(permissions(stored(aUser().build()))).isEmpty();
        assertThat(permissions(aUser().roles(Role.ADMIN).build())).isEmpty();
    }

    @Test
    default void changeOfARoleChangesWhatThoseMayWhoHaveIt() {
        RoleDefinition role = stored(aRole(Permission.USERS_READ));
        User user = stored(aUser().roles(role.name()).build());
        write(() -> roles().update(new RoleDefinition(
                role.name(), "Changed", Set.of(Permission.ROLES_WRITE), role.createdAt(), CHANGED, 2)));

        assertThat(permissions(user)).containsExactly(Permission.ROLES_WRITE);
    }

    @Test
    default void onlyTheActiveAreCounted() {
        Role role = storedRole();
        for (UserStatus status : UserStatus.values()) {
            UserFixture fixture = aUser().roles(role);
            stored(
                    status == UserStatus.DELETED
                            ? fixture.deleted().build()
                            : fixture.status(status).build());
        }
        stored(aUser().build());

        assertThat(read(() -> roles().countActive(role))).isOne();
        assertThat(writeFor(() -> roles().countActive(role))).isOne();
        assertThat(read(() -> roles().countActive(unknownRole()))).isZero();
    }

    @Test
    default void ofTheLastTwoWhoAreRemovedAtTheSameTimeOneRemains() {
        for (int round = 0; round < 10; round++) {
            Role role = storedRole();
            List<UserId> last = List.of(storedWith(role), storedWith(role));
            List<Boolean> removed =
                    Race.values(Race.of(last.size(), thread -> removeUnlessLast(last.get(thread), role)));

            assertThat(removed).containsExactlyInAnyOrder(true, false);
            assertThat(read(() -> roles().countActive(role))).isOne();
        }
    }

    private boolean removeUnlessLast(UserId user, Role role) {
        return writeFor(() -> roles().countActive(role) > 1 && roles().withdraw(user, role));
    }

    private UserId storedWith(Role role) {
        return stored(aUser().roles(Role.USER, role).build()).id();
    }

    private Role unknownRole() {
        return aRole().name();
    }

    private Set<Permission> permissions(User user) {
        return read(() -> roles().findPermissions(user.id()));
    }
}
