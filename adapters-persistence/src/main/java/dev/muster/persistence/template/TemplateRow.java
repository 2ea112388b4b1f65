package dev.muster.persistence.template;

import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of task_templates. */
record TemplateRow(
        UUID userId,
        String name,
        Instant createdAt,
        String title,
        @Nullable String description,
        @Nullable String priority,
        @Nullable Integer storyPoints,
        List<String> labels,
        Instant updatedAt,
        long version) {

    /** What never changes. */
    private static final String FIXED = "user_id, name, created_at, ";

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "title, description, priority, story_points, labels, updated_at, version";

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = FIXED + CHANGING;

    static TemplateRow from(TaskTemplate template) {
        TemplateContent content = template.content();
        TaskPriority priority = content.priority();
        StoryPoints points = content.storyPoints();
        return new TemplateRow(
                template.owner().value(),
                template.name().value(),
                template.createdAt(),
                content.title(),
                content.description(),
                priority == null ? null : priority.name().toLowerCase(Locale.ROOT),
                points == null ? null : points.value(),
                content.labels().values(),
                template.updatedAt(),
                template.version());
    }

    static TemplateRow read(Columns columns) throws SQLException {
        return new TemplateRow(
                columns.uuid(),
                columns.text(),
                columns.time(),
                columns.text(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.integerOrNull(),
                columns.texts(),
                columns.time(),
                columns.number());
    }

    /** All columns, in the same order. */
    void bind(Parameters parameters) throws SQLException {
        parameters.uuid(userId).text(name).time(createdAt);
        bindChanging(parameters);
    }

    void bindChanging(Parameters parameters) throws SQLException {
        parameters
                .text(title)
                .text(description)
                .text(priority)
                .integer(storyPoints)
                .texts(labels)
                .time(updatedAt)
                .number(version);
    }

    TaskTemplate toTemplate() {
        var content = new TemplateContent(
                title,
                description,
                priority == null ? null : TaskPriority.valueOf(priority.toUpperCase(Locale.ROOT)),
                storyPoints == null ? null : new StoryPoints(storyPoints),
                labels.isEmpty() ? Labels.NONE : new Labels(labels));
        return new TaskTemplate(new TemplateName(name), new UserId(userId), content, createdAt, updatedAt, version);
    }
}
