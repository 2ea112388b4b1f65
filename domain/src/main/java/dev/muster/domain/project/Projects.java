package dev.muster.domain.project;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * The projects. Every call names the owner, and the store shows and changes only what also belongs to the actor of the
 * unit of work (requirements D1, E4). Deleted projects are found by no call. Works inside a unit of work only.
 */
public interface Projects {

    /**
     * Adds a project.
     *
     * @throws dev.muster.domain.shared.Conflict with {@link ProjectError#PROJECT_KEY_TAKEN}
     */
    void insert(Project project);

    /** The project; empty for someone else's. */
    Optional<Project> find(UserId owner, ProjectId id);

    /** The project of a key. */
    Optional<Project> find(UserId owner, ProjectKey key);

    /**
     * The owner's projects, newest first.
     *
     * @param statuses any of these, or any at all if empty
     */
    Page<Project> findPage(UserId owner, Set<ProjectStatus> statuses, PageRequest<ProjectPosition> page);

    /** How many projects of these states there are. */
    long count(UserId owner, Set<ProjectStatus> statuses);

    /**
     * Stores a changed project whose version is one more than the stored one.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     * @throws dev.muster.domain.shared.Conflict with {@link ProjectError#PROJECT_KEY_TAKEN}
     */
    void update(Project project);

    /**
     * Takes the next numbers for tasks of a project; others who want some wait until the unit of work ends. Does not
     * change the project's version.
     *
     * @param count how many, 1 to 100
     * @return empty if there is no such project
     */
    Optional<TaskNumbers> takeNumbers(UserId owner, ProjectId id, int count);
}
