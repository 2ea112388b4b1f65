package dev.muster.domain.template;

import dev.muster.domain.project.Project;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the placeholders stand for in a story. */
final class StoryValues {

    private StoryValues() {}

    static Map<Placeholder, String> of(Story story, Instant now) {
        Task task = story.task();
        TaskDetails details = task.details();
        StoryPoints points = details.storyPoints();
        DueTime due = details.dueAt();
        Project project = story.project();
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.STORY_TITLE, story.title());
        values.put(Placeholder.STORY_KEY, orEmpty(task.key()));
        values.put(Placeholder.STORY_DESCRIPTION, story.description());
        values.put(Placeholder.STORY_PRIORITY, name(details.priority()));
        values.put(Placeholder.STORY_STATUS, name(details.status()));
        values.put(Placeholder.STORY_POINTS, points == null ? "" : Integer.toString(points.value()));
        values.put(Placeholder.STORY_LABELS, String.join(", ", details.labels().values()));
        values.put(Placeholder.STORY_DUE_DATE, due == null ? "" : day(due.value()));
        values.put(
                Placeholder.PROJECT_NAME,
                project == null ? "" : project.details().name().value());
        values.put(
                Placeholder.PROJECT_KEY,
                project == null ? "" : project.details().key().value());
        values.put(Placeholder.TODAY, day(now));
        return values;
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
