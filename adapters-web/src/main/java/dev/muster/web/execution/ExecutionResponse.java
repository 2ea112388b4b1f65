package dev.muster.web.execution;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.muster.domain.execution.Assignment;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.execution.Report;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An execution of an agent.
 *
 * @param id a UUIDv7
 * @param projectId the project it belongs to
 * @param agent which agent it is of
 * @param correlationId what it has in common with others; its own id where nothing was said
 * @param status how far it is
 * @param input what the agent works on, any JSON value
 * @param output what came of it, any JSON value; null until it has ended
 * @param error why it failed, or null
 * @param createdAt when it was asked for
 * @param startedAt when it began to run, or null
 * @param endedAt when it came to its end, or null
 * @param durationMs how long it ran, in milliseconds; null until it has ended, and for what never ran
 * @param version one more with every change; also its entity tag
 */
@Schema(name = "Execution")
public record ExecutionResponse(
        @Schema(example = "01961b2c-7f4a-7c3e-9d21-5b6a8c0e4f17")
        UUID id,

        @Schema(example = "01961b2c-0d3b-7a11-8c44-9e2f7a6b5c03")
        UUID projectId,

        @Schema(example = "reviewer") String agent,
        @Schema(example = "deploy-7") String correlationId,

        @Schema(
                allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"},
                example = "succeeded")
        String status,

        @Schema(
                implementation = Object.class,
                format = ApiDocument.ANY_JSON,
                example = "{\"task\": \"KAN-15\", \"depth\": 3}")
        @JsonRawValue
        @Nullable String input,

        @Schema(implementation = Object.class, format = ApiDocument.ANY_JSON, example = "{\"findings\": []}")
        @JsonRawValue
        @Nullable String output,

        @Schema(example = "The build broke.") @Nullable String error,
        @Schema(example = "2026-03-02T09:30:00.123456Z") Instant createdAt,

        @Schema(example = "2026-03-02T09:30:01.123456Z") @Nullable Instant startedAt,

        @Schema(example = "2026-03-02T09:30:03.123456Z") @Nullable Instant endedAt,

        @Schema(example = "2000") @Nullable Long durationMs,
        @Schema(example = "3") long version) {

    /** What the states of an execution are called in the API. */
    static final WireNames<ExecutionStatus> STATUS = new WireNames<>(ExecutionStatus.class);

    static ExecutionResponse from(Execution execution) {
        Assignment assignment = execution.assignment();
        Report report = execution.report();
        Duration duration = execution.duration();
        return new ExecutionResponse(
                execution.id().value(),
                execution.project().value(),
                assignment.agent(),
                assignment.correlationId().value(),
                STATUS.of(report.status()),
                text(assignment.input()),
                text(report.output()),
                report.error(),
                execution.createdAt(),
                execution.startedAt(),
                execution.endedAt(),
                duration == null ? null : duration.toMillis(),
                execution.version());
    }

    private static @Nullable String text(@Nullable JsonText json) {
        return json == null ? null : json.value();
    }
}
