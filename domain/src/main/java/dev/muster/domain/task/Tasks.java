package dev.muster.domain.task;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import java.util.Optional;

/**
 * The tasks. Every call names the owner, and the store shows and changes only what also belongs to the actor of the unit
 * of work (requirements C1, E4). Works inside a unit of work only.
 */
public interface Tasks {

    /**
     * Adds a task.
     *
     * @throws dev.muster.domain.shared.Invalid with {@link TaskError#PARENT_NOT_FOUND} at {@code /parent_id} if the parent
     *     is not a task of the same owner
     */
    void insert(Task task);

    /** The task, in the trash or not; empty for someone else's. */
    Optional<Task> find(UserId owner, TaskId id);

    /** The owner's tasks, newest first; see {@link TaskPosition} for ties. */
    Page<Task> findPage(UserId owner, TaskFilter filter, PageRequest<TaskPosition> page);

    /** How many tasks are meant; reads them all, so only where someone asks for it. */
    long count(UserId owner, TaskFilter filter);

    /**
     * Stores a changed task whose version is one more than the stored one.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     */
    void update(Task task);
}
