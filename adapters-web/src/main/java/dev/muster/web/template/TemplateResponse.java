package dev.muster.web.template;

import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TemplateContent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template of tasks.
 *
 * @param name 1 to 50 of the letters a-z, digits and hyphens
 * @param isBuiltIn whether it comes with Muster, and can't be changed
 * @param title pattern of titles
 * @param description pattern of descriptions, or null; of one that comes with Muster, what its descriptions have
 * @param priority of the tasks: low, medium, high or urgent, or null for that of the story
 * @param storyPoints of the tasks, or null
 * @param labels of the tasks
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param version one more with every change; also its entity tag
 */
@Schema(name = "TaskTemplate")
public record TemplateResponse(
        @Schema(example = "test") String name,
        @Schema(example = "false") boolean isBuiltIn,
        @Schema(example = "Test {{story.title}}") String title,

        @Schema(example = "Test {{story.key}}, as of {{today}}:\n\n{{story.description}}") @Nullable String description,

        @Schema(example = "high") @Nullable String priority,

        @Schema(example = "2") @Nullable Integer storyPoints,
        @Schema(example = "[\"test\"]") List<String> labels,
        @Schema(example = "2030-01-31T12:00:00.000000Z") Instant createdAt,
        @Schema(example = "2030-01-31T12:00:00.000000Z") Instant updatedAt,
        @Schema(example = "1") long version) {

    public TemplateResponse {
        labels = List.copyOf(labels);
    }

    static TemplateResponse from(TaskTemplate template) {
        TemplateContent content = template.content();
        TaskPriority priority = content.priority();
        StoryPoints points = content.storyPoints();
        return new TemplateResponse(
                template.name().value(),
                template.name().isBuiltIn(),
                content.title(),
                content.description(),
                priority == null ? null : TemplateNames.PRIORITY.of(priority),
                points == null ? null : points.value(),
                content.labels().values(),
                template.createdAt(),
                template.updatedAt(),
                template.version());
    }
}
