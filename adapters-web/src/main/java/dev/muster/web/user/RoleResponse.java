package dev.muster.web.user;

import dev.muster.domain.user.Permission;
import dev.muster.domain.user.RoleDefinition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A role and what it allows.
 *
 * @param name 1 to 50 lower-case letters, digits, hyphens and underscores
 * @param description what it is for
 * @param permissions in alphabetical order
 * @param isBuiltIn whether it is one that every Muster has, which nobody changes or deletes
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param version one more with every change; also the entity tag
 */
@Schema(name = "Role")
public record RoleResponse(
        @Schema(example = "support") String name,
        @Schema(example = "Helps people who can't sign in") String description,
        @Schema(example = "[\"users:read\"]") List<String> permissions,
        boolean isBuiltIn,
        Instant createdAt,
        Instant updatedAt,
        @Schema(example = "1") long version) {

    public RoleResponse {
        permissions = List.copyOf(permissions);
    }

    static RoleResponse from(RoleDefinition role) {
        return new RoleResponse(
                role.name().name(),
                role.description(),
                role.permissions().stream().map(Permission::code).sorted().toList(),
                role.builtIn(),
                role.createdAt(),
                role.updatedAt(),
                role.version());
    }
}
