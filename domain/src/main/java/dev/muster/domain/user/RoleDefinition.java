package dev.muster.domain.user;

import dev.muster.domain.shared.Text;
import java.time.Instant;
import java.util.Set;

/**
 * A role and what it allows (requirement A12).
 *
 * @param description what it is for, in one line of 1 to 200 characters
 * @param version 1 at first, one more with every change
 */
public record RoleDefinition(
        Role name,
        String description,
        Set<Permission> permissions,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** At most so many roles can be; their list is no page. */
    public static final int MAX_ROLES = 100;

    /** @throws dev.muster.domain.shared.Invalid if the description is empty or too long */
    public RoleDefinition {
        description = Text.line(description, 1, 200);
        permissions = Set.copyOf(permissions);
    }

    /** The role with another content. */
    public RoleDefinition with(String newDescription, Set<Permission> newPermissions, Instant now) {
        return new RoleDefinition(name, newDescription, newPermissions, createdAt, now, version + 1);
    }

    /** Whether it is one that every Muster has, which nobody changes or deletes. */
    public boolean builtIn() {
        return name.equals(Role.ADMIN) || name.equals(Role.USER);
    }
}
