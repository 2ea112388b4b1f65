package dev.muster.persistence.task;

import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of tasks. */
record TaskRow(
        UUID id,
        UUID userId,
        Instant createdAt,
        @Nullable UUID parentId,
        String title,
        @Nullable String description,
        String status,
        String priority,
        @Nullable Integer storyPoints,
        List<String> labels,
        @Nullable Instant dueAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        long version) {

    /** What never changes. */
    private static final String FIXED = "id, user_id, created_at, ";

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "parent_id, title, description, status, priority, story_points, labels, due_at,"
            + " updated_at, completed_at, deleted_at, version";

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = FIXED + CHANGING;

    static TaskRow from(Task task) {
        TaskDetails details = task.details();
        TaskId parent = task.parent();
        TaskDescription description = details.description();
        StoryPoints points = details.storyPoints();
        DueTime due = details.dueAt();
        return new TaskRow(
                task.id().value(),
                task.owner().value(),
                task.createdAt(),
                parent == null ? null : parent.value(),
                details.title().value(),
                description == null ? null : description.value(),
                stored(details.status()),
                stored(details.priority()),
                points == null ? null : points.value(),
                details.labels().values(),
                due == null ? null : due.value(),
                task.updatedAt(),
                task.completedAt(),
                task.deletedAt(),
                task.version());
    }

    static TaskRow read(Columns columns) throws SQLException {
        return new TaskRow(
                columns.uuid(),
                columns.uuid(),
                columns.time(),
                columns.uuidOrNull(),
                columns.text(),
                columns.textOrNull(),
                columns.text(),
                columns.text(),
                columns.integerOrNull(),
                columns.texts(),
                columns.timeOrNull(),
                columns.time(),
                columns.timeOrNull(),
                columns.timeOrNull(),
                columns.number());
    }

    /** All columns, in the same order. */
    void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id).uuid(userId).time(createdAt);
        bindChanging(parameters);
    }

    void bindChanging(Parameters parameters) throws SQLException {
        parameters
                .uuid(parentId)
                .text(title)
                .text(description)
                .text(status)
                .text(priority)
                .integer(storyPoints)
                .texts(labels)
                .time(dueAt)
                .time(updatedAt)
                .time(completedAt)
                .time(deletedAt)
                .number(version);
    }

    Task toTask() {
        return new Task(
                new TaskId(id),
                new UserId(userId),
                parentId == null ? null : new TaskId(parentId),
                toDetails(),
                createdAt,
                updatedAt,
                completedAt,
                deletedAt,
                version);
    }

    private TaskDetails toDetails() {
        return new TaskDetails(
                new TaskTitle(title),
                description == null ? null : new TaskDescription(description),
                TaskStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                TaskPriority.valueOf(priority.toUpperCase(Locale.ROOT)),
                storyPoints == null ? null : new StoryPoints(storyPoints),
                labels.isEmpty() ? Labels.NONE : new Labels(labels),
                dueAt == null ? null : new DueTime(dueAt));
    }

    /** How an enumeration is stored: lower case. */
    static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
