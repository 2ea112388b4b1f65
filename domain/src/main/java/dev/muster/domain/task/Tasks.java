package dev.muster.domain.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tasks. Every call names the owner, and the store shows and changes only what also belongs to the actor of the unit
 * of work (requirements C1, E4). Works inside a unit of work only.
 *
 * <p>When a stored change opens a task or gets it done ({@link Blockers#open}), the tasks that wait for it change along:
 * their count of open blockers, their version and their time of change.
 */
public interface Tasks {

    /**
     * Adds a task.
     *
     * @throws dev.muster.domain.shared.Invalid with {@link TaskError#PARENT_NOT_FOUND} at {@code /parent_id} if the parent
     *     is not a task of the same owner
     */
    void insert(Task task);

    /** Adds tasks, up to 100, in one round trip; otherwise as {@link #insert}. */
    void insertAll(List<Task> tasks);

    /** The task, in the trash or not; empty for someone else's. */
    Optional<Task> find(UserId owner, TaskId id);

    /** The task of a key, in the trash or not. */
    Optional<Task> find(UserId owner, TaskKey key);

    /** The tasks of these ids that there are, up to 100, in any order, in the trash or not. */
    List<Task> findAll(UserId owner, Collection<TaskId> ids);

    /**
     * Stores a changed task whose version is one more than the stored one. What never changes (owner, time of making) and
     * the blockers stay as they are stored.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     * @throws dev.muster.domain.shared.Invalid as {@link #insert}
     */
    void update(Task task);

    /**
     * Stores changed tasks, up to 100, each once, in one round trip; otherwise as {@link #update}.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed if one of them is stale
     */
    void updateAll(List<Task> tasks);

    /** Takes all tasks out of a project, those in the trash included: they lose their keys. Each is changed thereby. */
    void leaveProject(UserId owner, ProjectId project);

    /** Notes that a project has got another key, and so each of its tasks: each is changed thereby. */
    void changeKeys(UserId owner, ProjectId project);
}
