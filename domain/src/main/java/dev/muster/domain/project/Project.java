package dev.muster.domain.project;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tasks, documents, executions and exports are kept together in (requirement D1). Times in microseconds.
 *
 * @param deletedAt when it was deleted, or null
 * @param version 1 at first, one more with every change of its details
 */
public record Project(
        ProjectId id,
        UserId owner,
        ProjectDetails details,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long version) {

    /** A project made now. */
    public static Project created(ProjectId id, UserId owner, ProjectDetails details, Instant now) {
        return new Project(id, owner, details, now, now, null, 1);
    }

    /** The project with other details. */
    public Project with(ProjectDetails changed, Instant now) {
        return new Project(id, owner, changed, createdAt, now, deletedAt, version + 1);
    }

    /** The project, gone: its key is free again. */
    public Project deleted(Instant now) {
        return new Project(id, owner, details, createdAt, now, now, version + 1);
    }

    /** Where the project stands in a list of newest first. */
    public ProjectPosition position() {
        return new ProjectPosition(createdAt, id);
    }
}
