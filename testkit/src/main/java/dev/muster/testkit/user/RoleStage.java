package dev.muster.testkit.user;

import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the parts of the {@link RolesContract} begin with: roles of which no other test knows. */
public interface RoleStage extends UserStage {

    /** When samples are changed. */
    Instant CHANGED = TestClock.START.plusSeconds(60);

    /** What is tested. */
    Roles roles();

    /** A role that is not stored, of a name that no other has. */
    default RoleDefinition aRole(Permission... permissions) {
        String name = "r-" + UserFixture.nextId().value();
        return new RoleDefinition(
                new Role(name), "Sample of a role", Set.of(permissions), TestClock.START, TestClock.START, 1);
    }

    /** A role that is stored, by its name. */
    default Role storedRole(Permission... permissions) {
        return stored(aRole(permissions)).name();
    }

    /** Stores a role. */
    default RoleDefinition stored(RoleDefinition role) {
        write(() -> roles().insert(role));
        return role;
    }

    /** Gives a role in a unit of work of its own. */
    default boolean grant(UserId user, Role role) {
        return writeFor(() -> roles().grant(user, role));
    }

    /** Takes a role in a unit of work of its own. */
    default boolean withdraw(UserId user, Role role) {
        return writeFor(() -> roles().withdraw(user, role));
    }

    /** A role as it is stored. */
    default Optional<RoleDefinition> find(Role name) {
        return read(() -> roles().find(name));
    }

    /** A user as they are stored. */
    default User find(UserId id) {
        return read(() -> users().find(id)).orElseThrow();
    }
}
