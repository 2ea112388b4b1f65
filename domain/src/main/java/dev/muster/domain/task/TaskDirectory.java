package dev.muster.domain.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tasks as their owner looks for them (requirements C2, C7). Every call names the owner, and shows only what also belongs
 * to the actor of the unit of work. Works inside a unit of work only.
 */
public interface TaskDirectory {

    /** How many of the newest tasks that fit a text are scored, where the order asks for the score. */
    int SCORED = 200;

    /**
     * One page of the tasks that are meant. Of an order by score, the list ends after the {@value #SCORED} newest that fit
     * the text; other orders have no end.
     */
    Page<ListedTask> findPage(UserId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskPosition> page);

    /** How many tasks are meant; reads them all, so only where someone asks for it. */
    long count(UserId owner, TaskFilter filter);

    /** The tasks that are meant in numbers; reads them all. */
    TaskSummary summarise(UserId owner, TaskFilter filter, Instant now);

    /**
     * Keys of tasks that might have been meant by a key that no task has: of the projects whose keys are most alike, those
     * with the nearest numbers, most alike first.
     *
     * @param limit how many at most, 1 to 20
     */
    List<TaskKey> similar(UserId owner, TaskKey key, int limit);

    /**
     * Reads all tasks of a project that are not in the trash, by number, as they are at one moment. In memory are some
     * hundreds at a time, however many there are; the connection is held until the end.
     *
     * @param consumer may not call a store
     */
    void forEach(UserId owner, ProjectId project, Consumer<? super Task> consumer);
}
