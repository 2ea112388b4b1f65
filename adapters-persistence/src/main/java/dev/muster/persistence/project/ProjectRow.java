package dev.muster.persistence.project;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of projects, without the last number of its tasks. */
record ProjectRow(
        UUID id,
        UUID userId,
        Instant createdAt,
        String key,
        String name,
        @Nullable String description,
        @Nullable String language,
        String status,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long version) {

    /** What never changes. */
    private static final String FIXED = "id, user_id, created_at, ";

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "key, name, description, language, status, updated_at, deleted_at, version";

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = FIXED + CHANGING;

    static ProjectRow from(Project project) {
        ProjectDetails details = project.details();
        return new ProjectRow(
                project.id().value(),
                project.owner().value(),
                project.createdAt(),
                details.key().value(),
                details.name().value(),
                details.description(),
                details.language(),
                stored(details.status()),
                project.updatedAt(),
                project.deletedAt(),
                project.version());
    }

    static ProjectRow read(Columns columns) throws SQLException {
        return new ProjectRow(
                columns.uuid(),
                columns.uuid(),
                columns.time(),
                columns.text(),
                columns.text(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.text(),
                columns.time(),
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
                .text(key)
                .text(name)
                .text(description)
                .text(language)
                .text(status)
                .time(updatedAt)
                .time(deletedAt)
                .number(version);
    }

    Project toProject() {
        var details = new ProjectDetails(
                new ProjectKey(key),
                new ProjectName(name),
                description,
                language,
                ProjectStatus.valueOf(status.toUpperCase(Locale.ROOT)));
        return new Project(new ProjectId(id), new UserId(userId), details, createdAt, updatedAt, deletedAt, version);
    }

    /** How a state is stored: lower case. */
    static String stored(ProjectStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
