package dev.muster.domain.execution;

import dev.muster.domain.project.ProjectId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's executions are meant. Null means any.
 *
 * @param statuses any of these, or any at all if empty
 */
public record ExecutionFilter(
        @Nullable ProjectId project, @Nullable CorrelationId correlationId, Set<ExecutionStatus> statuses) {

    public ExecutionFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Those of one project. */
    public static ExecutionFilter of(ProjectId project, Set<ExecutionStatus> statuses) {
        return new ExecutionFilter(project, null, statuses);
    }

    /** Those that have something in common, in any project. */
    public static ExecutionFilter of(CorrelationId correlationId, Set<ExecutionStatus> statuses) {
        return new ExecutionFilter(null, correlationId, statuses);
    }

    /** Whether the execution is meant. */
    public boolean accepts(Execution execution) {
        return (project == null || project.equals(execution.project()))
                && (correlationId == null
                        || correlationId.equals(execution.assignment().correlationId()))
                && (statuses.isEmpty() || statuses.contains(execution.report().status()));
    }
}
