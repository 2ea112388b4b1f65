package dev.muster.application.execution;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.execution.Assignment;
import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Asks an agent for work in a project (requirement D3). */
public final class QueueExecution {

    private final UnitOfWork unitOfWork;
    private final Executions executions;
    private final Stamps stamps;

    public QueueExecution(UnitOfWork unitOfWork, Executions executions, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.executions = executions;
        this.stamps = stamps;
    }

    /**
     * Puts an execution into the queue.
     *
     * @param correlationId what it has in common with others; if null, nothing yet: it gets its own id
     * @throws dev.muster.domain.shared.NotFound with PROJECT_NOT_FOUND
     * @throws dev.muster.domain.shared.Invalid if the agent is no single line of 1 to 100 characters
     */
    public Execution queue(
            UserId owner,
            ProjectId project,
            String agent,
            @Nullable CorrelationId correlationId,
            @Nullable JsonText input) {
        var id = new ExecutionId(stamps.nextId());
        CorrelationId correlation = correlationId == null ? new CorrelationId(id.toString()) : correlationId;
        var assignment = new Assignment(agent, correlation, input);
        Execution execution = Execution.queued(id, owner, project, assignment, stamps.now());
        return unitOfWork.writeOne(owner.asActor(), () -> {
            executions.insert(execution);
            return execution;
        });
    }
}
