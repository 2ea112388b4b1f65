package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.application.user.ChangeRole;
import dev.muster.domain.shared.Text;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A new role.
 *
 * @param name 1 to 50 lower-case letters, digits, hyphens and underscores, a letter first
 * @param description what it is for, in one line of 1 to 200 characters
 * @param permissions what it allows; none unless it says otherwise
 */
public record NewRoleRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 50,
                example = "support")
        @Nullable String name,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 200,
                example = "Helps people who can't sign in")
        @Nullable String description,

        @Schema(nullable = true, example = "[\"users:read\"]") @Nullable List<String> permissions) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Wish wish() {
        var members = new Members();
        Role role = members.read("/name", name, Role::new);
        String line = members.read("/description", description, text -> Text.line(text, 1, 200));
        List<String> codes = permissions == null ? List.of() : permissions;
        Set<Permission> allowed = members.read("/permissions", codes, NewRoleRequest::permissions);
        members.finish();
        return new Wish(requireNonNull(role), new ChangeRole.Content(requireNonNull(line), requireNonNull(allowed)));
    }

    static Set<Permission> permissions(List<String> codes) {
        return codes.stream().map(UserNames::permission).collect(Collectors.toSet());
    }

    /** The name of the role to come, and what it is to be. */
    record Wish(Role name, ChangeRole.Content content) {}
}
