package dev.muster.application.execution;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionError;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;

/** Reads of executions in one's own projects. */
public final class ExecutionQueries {

    private final UnitOfWork unitOfWork;
    private final Executions executions;

    public ExecutionQueries(UnitOfWork unitOfWork, Executions executions) {
        this.unitOfWork = unitOfWork;
        this.executions = executions;
    }

    /**
     * An execution.
     *
     * @throws NotFound with EXECUTION_NOT_FOUND if there is none, it is someone else's, or its project is deleted
     */
    public Execution require(UserId owner, ExecutionId id) {
        return unitOfWork
                .read(owner.asActor(), () -> executions.find(owner, id))
                .orElseThrow(() -> new NotFound(ExecutionError.EXECUTION_NOT_FOUND, "There is no such execution."));
    }

    /** One page, newest first; it may end before its limit, as {@link Executions#findPage} says. */
    public Page<Execution> findPage(UserId owner, ExecutionFilter filter, PageRequest<ExecutionPosition> page) {
        return unitOfWork.read(owner.asActor(), () -> executions.findPage(owner, filter, page));
    }

    /** How many there are in all pages. */
    public long count(UserId owner, ExecutionFilter filter) {
        return unitOfWork.read(owner.asActor(), () -> executions.count(owner, filter));
    }
}
