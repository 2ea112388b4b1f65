package dev.muster.application.execution;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.execution.Report;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Notes how far an execution is (requirement D3). */
public final class ChangeExecution {

    private final UnitOfWork unitOfWork;
    private final ExecutionQueries queries;
    private final Executions executions;
    private final Stamps stamps;

    public ChangeExecution(UnitOfWork unitOfWork, ExecutionQueries queries, Executions executions, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.executions = executions;
        this.stamps = stamps;
    }

    /**
     * Notes a report. One that says nothing new leaves the version as it is.
     *
     * @param expectedVersion the version that the caller knows, or null to report on whatever is there
     * @param change from the stored report to the new one; may be applied more than once
     * @return the execution as stored
     * @throws dev.muster.domain.shared.NotFound with EXECUTION_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict as {@link Execution#reported}
     * @throws dev.muster.domain.shared.Invalid as {@link Execution#reported}
     */
    public Execution change(
            UserId owner, ExecutionId id, @Nullable Long expectedVersion, UnaryOperator<Report> change) {
        return Versions.changing(expectedVersion, () -> {
            Execution execution = queries.require(owner, id);
            Versions.require(expectedVersion, execution.version());
            Execution changed = execution.reported(change.apply(execution.report()), stamps.now());
            return changed.equals(execution) ? execution : store(changed);
        });
    }

    private Execution store(Execution changed) {
        return unitOfWork.writeOne(changed.owner().asActor(), () -> {
            executions.update(changed);
            return changed;
        });
    }
}
