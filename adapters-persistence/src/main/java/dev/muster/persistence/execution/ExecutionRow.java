package dev.muster.persistence.execution;

import dev.muster.domain.execution.Assignment;
import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.execution.Report;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of agent_executions. */
record ExecutionRow(
        UUID id,
        UUID userId,
        UUID projectId,
        String agent,
        String correlationId,
        @Nullable String input,
        Instant createdAt,
        String status,
        @Nullable String output,
        @Nullable String error,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long version) {

    /** What never changes. */
    private static final String FIXED = "id, user_id, project_id, agent, correlation_id, input, created_at, ";

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "status, output, error, started_at, ended_at, version";

    /** In the order of {@link #bind} and of {@link #read}. */
    static final String COLUMNS = FIXED + CHANGING;

    static ExecutionRow from(Execution execution) {
        Assignment assignment = execution.assignment();
        Report report = execution.report();
        return new ExecutionRow(
                execution.id().value(),
                execution.owner().value(),
                execution.project().value(),
                assignment.agent(),
                assignment.correlationId().value(),
                text(assignment.input()),
                execution.createdAt(),
                stored(report.status()),
                text(report.output()),
                report.error(),
                execution.startedAt(),
                execution.endedAt(),
                execution.version());
    }

    static ExecutionRow read(Columns columns) throws SQLException {
        return new ExecutionRow(
                columns.uuid(),
                columns.uuid(),
                columns.uuid(),
                columns.text(),
                columns.text(),
                columns.textOrNull(),
                columns.time(),
                columns.text(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.timeOrNull(),
                columns.timeOrNull(),
                columns.number());
    }

    /** All columns, in the same order. */
    void bind(Parameters parameters) throws SQLException {
        parameters
                .uuid(id)
                .uuid(userId)
                .uuid(projectId)
                .text(agent)
                .text(correlationId)
                .text(input)
                .time(createdAt);
        bindChanging(parameters);
    }

    void bindChanging(Parameters parameters) throws SQLException {
        parameters
                .text(status)
                .text(output)
                .text(error)
                .time(startedAt)
                .time(endedAt)
                .number(version);
    }

    Execution toExecution() {
        return new Execution(
                new ExecutionId(id),
                new UserId(userId),
                new ProjectId(projectId),
                new Assignment(agent, new CorrelationId(correlationId), json(input)),
                new Report(ExecutionStatus.valueOf(status.toUpperCase(Locale.ROOT)), json(output), error),
                createdAt,
                startedAt,
                endedAt,
                version);
    }

    /** How a state is stored: lower case. */
    static String stored(ExecutionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable JsonText json) {
        return json == null ? null : json.value();
    }

    private static @Nullable JsonText json(@Nullable String text) {
        return text == null ? null : new JsonText(text);
    }
}
