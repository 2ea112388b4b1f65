package dev.muster.domain.template;

import dev.muster.domain.shared.Text;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskPriority;
import org.jspecify.annotations.Nullable;

/**
 * What a template makes a task of. Title and description are patterns with {@linkplain Placeholder placeholders}, as
 * {@link TemplateRenderer} reads them.
 *
 * @param title one line of 1 to {@value #MAX_TITLE} characters
 * @param description any text of at most 20 000 characters, or null for a task without one
 * @param priority of the task, or null for that of the story
 * @param storyPoints of the task, or null
 * @param labels of the task
 */
public record TemplateContent(
        String title,
        @Nullable String description,
        @Nullable TaskPriority priority,
        @Nullable StoryPoints storyPoints,
        Labels labels) {

    public static final int MAX_TITLE = 500;

    /** @throws dev.muster.domain.shared.Invalid if a pattern breaks its rule */
    public TemplateContent {
        title = title(title);
        description = description == null ? null : description(description);
    }

    /** The rule of titles. */
    public static String title(String pattern) {
        return Text.line(pattern, 1, MAX_TITLE);
    }

    /** The rule of descriptions. */
    public static String description(String pattern) {
        return Text.block(pattern, TaskDescription.MAX_LENGTH);
    }
}
