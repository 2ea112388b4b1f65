package dev.muster.persistence.execution;

import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Which rows of agent_executions are meant, as a condition that names only what is filtered by. */
record ExecutionSelection(
        UserId owner, ExecutionFilter filter, @Nullable ExecutionPosition after) {

    /** Those of deleted projects are found by nobody. */
    static final String LIVE = " and exists (select from muster.projects p where p.user_id = agent_executions.user_id"
            + " and p.id = agent_executions.project_id and p.deleted_at is null)";

    String condition() {
        return "user_id = ?"
                + (filter.project() == null ? "" : " and project_id = ?")
                + (filter.correlationId() == null ? "" : " and correlation_id = ?")
                + (filter.statuses().isEmpty() ? "" : " and status = any(?)")
                + (after == null ? "" : " and (created_at, id) < (?, ?)")
                + LIVE;
    }

    void bind(Parameters parameters) throws SQLException {
        parameters.uuid(owner.value());
        ProjectId project = filter.project();
        if (project != null) {
            parameters.uuid(project.value());
        }
        CorrelationId correlation = filter.correlationId();
        if (correlation != null) {
            parameters.text(correlation.value());
        }
        if (!filter.statuses().isEmpty()) {
            parameters.texts(filter.statuses().stream()
                    .map(ExecutionRow::stored)
                    .sorted()
                    .toList());
        }
        if (after != null) {
            parameters.time(after.createdAt()).uuid(after.id().value());
        }
    }
}
