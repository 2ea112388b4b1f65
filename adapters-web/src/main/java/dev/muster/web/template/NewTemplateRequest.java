package dev.muster.web.template;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateName;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new template.
 *
 * @param name 1 to 50 of the letters a-z, digits and hyphens; stays
 * @param title pattern in one line of 1 to 500 characters, with placeholders such as {{story.title}}
 * @param description pattern of at most 20 000 characters
 * @param priority of the task: low, medium, high or urgent; that of the story if it is null
 * @param storyPoints of the task, 0 to 1000
 * @param labels of the task, at most 20, each one line of 1 to 50 characters
 */
public record NewTemplateRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = TemplateName.MAX_LENGTH,
                example = "test")
        @Nullable String name,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = TemplateContent.MAX_TITLE,
                example = "Test {{story.title}}")
        @Nullable String title,

        @Schema(
                nullable = true,
                maxLength = TaskDescription.MAX_LENGTH,
                example = "Test {{story.key}}, as of {{today}}:\n\n{{story.description}}")
        @Nullable String description,

        @Schema(nullable = true, example = "high") @Nullable String priority,

        @Schema(nullable = true, minimum = "0", maximum = "1000", example = "2") @Nullable Integer storyPoints,

        @Schema(nullable = true, example = "[\"test\"]") @Nullable List<String> labels) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Wish wish() {
        var members = new Members();
        TemplateName known = members.read("/name", name, TemplateName::new);
        TemplateContent content = new TemplateRequest(title, description, priority, storyPoints, labels).read(members);
        members.finish();
        return new Wish(requireNonNull(known), content);
    }

    /** The name of the template to come, and what it is to have. */
    record Wish(TemplateName name, TemplateContent content) {}
}
