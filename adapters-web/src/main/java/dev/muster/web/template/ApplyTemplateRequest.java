package dev.muster.web.template;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.template.TemplateName;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * By which template a task is made.
 *
 * @param template the name of one's own, or database
 */
public record ApplyTemplateRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = TemplateName.MAX_LENGTH,
                example = "database")
        @Nullable String template) {

    /** @throws dev.muster.domain.shared.Invalid if it is none, or can't be the name of one */
    TemplateName name() {
        var members = new Members();
        TemplateName name = members.read("/template", template, TemplateName::new);
        members.finish();
        return requireNonNull(name);
    }
}
