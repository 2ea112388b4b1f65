package dev.muster.web.template;

import static java.util.Objects.requireNonNullElse;

import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.template.TemplateContent;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template makes a task of, all of it: what is absent is not there.
 *
 * @param title pattern in one line of 1 to 500 characters, with placeholders such as {{story.title}}
 * @param description pattern of at most 20 000 characters
 * @param priority of the task: low, medium, high or urgent; that of the story if it is null
 * @param storyPoints of the task, 0 to 1000
 * @param labels of the task, at most 20, each one line of 1 to 50 characters
 */
public record TemplateRequest(
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
    TemplateContent content() {
        var members = new Members();
        TemplateContent content = read(members);
        members.finish();
        return content;
    }

    /** What can be read; what can't is noted. */
    TemplateContent read(Members members) {
        String pattern = members.read("/title", title, TemplateContent::title);
        return new TemplateContent(
                requireNonNullElse(pattern, "-"),
                description == null ? null : members.read("/description", description, TemplateContent::description),
                priority == null ? null : members.read("/priority", priority, TemplateNames.PRIORITY::parse),
                storyPoints == null ? null : members.read("/story_points", storyPoints, StoryPoints::new),
                labels == null
                        ? Labels.NONE
                        : requireNonNullElse(members.read("/labels", labels, Labels::new), Labels.NONE));
    }
}
