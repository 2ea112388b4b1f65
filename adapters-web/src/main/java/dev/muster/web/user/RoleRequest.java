package dev.muster.web.user;

import dev.muster.application.user.ChangeRole;
import dev.muster.domain.shared.Text;
import dev.muster.domain.user.Permission;
import dev.muster.web.shared.MergePatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of a role as a JSON Merge Patch (RFC 7396): what is absent stays as it is. The name stays.
 *
 * @param description what it is for, in one line of 1 to 200 characters; never null
 * @param permissions all that it is to allow; null leaves none
 */
public record RoleRequest(
        @Schema(minLength = 1, maxLength = 200, example = "Helps people who can't sign in") @Nullable Optional<String> description,

        @Schema(nullable = true, example = "[\"users:read\"]") @Nullable Optional<List<String>> permissions) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    ChangeRole.Content applyTo(ChangeRole.Content current) {
        var patch = new MergePatch();
        String line =
                patch.required("/description", description, current.description(), text -> Text.line(text, 1, 200));
        Set<Permission> allowed = Objects.requireNonNullElse(
                patch.optional("/permissions", permissions, current.permissions(), NewRoleRequest::permissions),
                Set.of());
        patch.finish();
        return new ChangeRole.Content(line, allowed);
    }
}
