package dev.muster.persistence.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
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
        long version,
        @Nullable UUID projectId,
        @Nullable Integer number,
        int openBlockers,
        @Nullable String projectKey,
        List<UUID> blockers) {

    /** What never changes. */
    private static final String FIXED = "id, user_id, created_at";

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "parent_id, title, description, status, priority, story_points, labels, due_at,"
            + " updated_at, completed_at, deleted_at, version, project_id, number";

    static final String INSERTED = FIXED + ", " + CHANGING;

    /** Of tasks as t, in the order in which {@link #read} takes them. A project that was deleted is none any more. */
    static final String COLUMNS = qualified(INSERTED) + ", t.open_blockers,"
            + " (select p.key from muster.projects p"
            + " where p.user_id = t.user_id and p.id = t.project_id and p.deleted_at is null),"
            + " array_to_string(array(select d.blocker_id from muster.task_dependencies d"
            + " where d.user_id = t.user_id and d.task_id = t.id order by d.created_at, d.blocker_id), ',')";

    static TaskRow from(Task task) {
        TaskDetails details = task.details();
        TaskDescription description = details.description();
        StoryPoints points = details.storyPoints();
        DueTime due = details.dueAt();
        TaskId parent = details.place().parent();
        ProjectId project = details.place().project();
        TaskKey key = task.key();
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
                task.version(),
                project == null ? null : project.value(),
                key == null ? null : key.number(),
                task.blockers().open(),
                key == null ? null : key.project().value(),
                task.blockers().tasks().stream().map(TaskId::value).toList());
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
                columns.number(),
                columns.uuidOrNull(),
                columns.integerOrNull(),
                columns.integer(),
                columns.textOrNull(),
                columns.joinedUuids());
    }

    /** All that is inserted, in its order. */
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
                .number(version)
                .uuid(projectId)
                .integer(number);
    }

    Task toTask() {
        TaskKey key = projectKey == null || number == null ? null : new TaskKey(new ProjectKey(projectKey), number);
        return new Task(
                new TaskId(id),
                new UserId(userId),
                toDetails(key == null || projectId == null ? null : new ProjectId(projectId)),
                key,
                blockers.isEmpty()
                        ? Blockers.NONE
                        : new Blockers(blockers.stream().map(TaskId::new).toList(), openBlockers),
                createdAt,
                updatedAt,
                completedAt,
                deletedAt,
                version);
    }

    private TaskDetails toDetails(@Nullable ProjectId project) {
        return new TaskDetails(
                new TaskTitle(title),
                description == null ? null : new TaskDescription(description),
                TaskStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                TaskPriority.valueOf(priority.toUpperCase(Locale.ROOT)),
                storyPoints == null ? null : new StoryPoints(storyPoints),
                labels.isEmpty() ? Labels.NONE : new Labels(labels),
                dueAt == null ? null : new DueTime(dueAt),
                project == null && parentId == null
                        ? TaskPlace.NONE
                        : new TaskPlace(project, parentId == null ? null : new TaskId(parentId)));
    }

    private static String qualified(String columns) {
        return "t." + columns.replace(", ", ", t.");
    }

    /** How an enumeration is stored: lower case. */
    static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
