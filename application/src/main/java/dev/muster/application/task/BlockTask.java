package dev.muster.application.task;

import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Lets a task wait for another (requirement C3). */
public final class BlockTask {

    private final UnitOfWork unitOfWork;
    private final TaskQueries queries;
    private final TaskGraph graph;

    public BlockTask(UnitOfWork unitOfWork, TaskQueries queries, TaskGraph graph) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.graph = graph;
    }

    /**
     * Lets a task wait for another, neither in the trash; one that waits for it already stays as it is.
     *
     * @param expectedVersion the version of the waiting task that the caller knows, or null for any
     * @throws dev.muster.domain.shared.NotFound with TASK_NOT_FOUND if one of them is not there
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws Conflict with DEPENDENCY_CYCLE if they are the same, or the other waits for the task, directly or not; with
     *     TOO_MANY_BLOCKERS if it waits for {@value Blockers#MAX_COUNT} already
     */
    public void block(UserId owner, TaskReference task, TaskReference blocker, @Nullable Long expectedVersion) {
        unitOfWork.write(owner.asActor(), () -> {
            graph.lock(owner);
            Task waiting = queries.require(owner, task);
            Task other = queries.require(owner, blocker);
            Versions.require(expectedVersion, waiting.version());
            if (!waiting.blockers().tasks().contains(other.id())) {
                requireBlockable(waiting, other);
                graph.block(owner, waiting.id(), other.id());
                Versions.requireNext(
                        expectedVersion,
                        () -> queries.require(owner, waiting.id()).version());
            }
            return waiting;
        });
    }

    private void requireBlockable(Task waiting, Task other) {
        if (waiting.id().equals(other.id()) || graph.waitsFor(waiting.owner(), other.id(), waiting.id())) {
            throw new Conflict(TaskError.DEPENDENCY_CYCLE, "The other task waits for this one, or is the same.");
        }
        if (waiting.blockers().tasks().size() >= Blockers.MAX_COUNT) {
            throw new Conflict(
                    TaskError.TOO_MANY_BLOCKERS, "The task waits for " + Blockers.MAX_COUNT + " others already.");
        }
    }
}
