package dev.muster.domain.template;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The details of the task that a template makes of a story: pending, a part of the story, in its project. */
public final class TaskDraft {

    private TaskDraft() {}

    /**
     * By a person's template. Texts are cut where a task can't hold more.
     *
     * @throws Invalid at {@code /template} if the title comes out empty, as the story lacks what it is made of
     */
    public static TaskDetails of(Story story, TemplateContent content, TemplateRenderer renderer, Instant now) {
        Map<Placeholder, String> values = StoryValues.of(story, now);
        // Some characters at the ends are white space, which a title has not.
        String title = line(renderer.render(content.title(), values, TemplateContent.MAX_TITLE));
        if (title.isEmpty()) {
            throw Invalid.at("/template", FieldError.REQUIRED, "must give a title, which it doesn't for this story");
        }
        String pattern = content.description();
        TaskDescription description = pattern == null
                ? null
                : new TaskDescription(renderer.render(pattern, values, TaskDescription.MAX_LENGTH));
        return details(story, title, description, content.priority(), content.storyPoints(), content.labels());
    }

    static TaskDetails details(
            Story story,
            String title,
            @Nullable TaskDescription description,
            @Nullable TaskPriority priority,
            @Nullable StoryPoints points,
            Labels labels) {
        TaskDetails told = story.task().details();
        return new TaskDetails(
                new TaskTitle(Text.excerpt(title, TaskTitle.MAX_LENGTH)),
                description,
                TaskStatus.PENDING,
                priority == null ? told.priority() : priority,
                points,
                labels,
                null,
                new TaskPlace(told.place().project(), story.task().id()));
    }

    /** One line, as a description that stands in a title may have several. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
