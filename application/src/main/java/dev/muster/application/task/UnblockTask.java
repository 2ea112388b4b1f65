package dev.muster.application.task;

import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Lets a task no longer wait for another (requirement C3). */
public final class UnblockTask {

    private final UnitOfWork unitOfWork;
    private final TaskQueries queries;
    private final TaskGraph graph;

    public UnblockTask(UnitOfWork unitOfWork, TaskQueries queries, TaskGraph graph) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.graph = graph;
    }

    /**
     * Lets a task no longer wait for another; one that doesn't stays as it is.
     *
     * @param blocker the other, which may be in the trash
     * @param expectedVersion the version of the waiting task that the caller knows, or null for any
     * @throws dev.muster.domain.shared.NotFound with TASK_NOT_FOUND if one of them is not there
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public void unblock(UserId owner, TaskReference task, TaskReference blocker, @Nullable Long expectedVersion) {
        unitOfWork.write(owner.asActor(), () -> {
            graph.lock(owner);
            Task waiting = queries.require(owner, task);
            Task other = queries.requireStored(owner, blocker);
            Versions.require(expectedVersion, waiting.version());
            if (waiting.blockers().tasks().contains(other.id())) {
                graph.unblock(owner, waiting.id(), other.id());
                Versions.requireNext(
                        expectedVersion,
                        () -> queries.require(owner, waiting.id()).version());
            }
            return waiting;
        });
    }
}
