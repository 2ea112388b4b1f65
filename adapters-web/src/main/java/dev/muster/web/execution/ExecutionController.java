package dev.muster.web.execution;

import dev.muster.application.execution.ChangeExecution;
import dev.muster.application.execution.ExecutionQueries;
import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionError;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.WebError;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One's own executions. Someone else's, and those of deleted projects, answer 404, like those that do not exist. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Executions")
@Controller("/v1/executions")
@ExecuteOn(Workers.DATABASE)
final class ExecutionController {

    private final ExecutionQueries queries;
    private final ChangeExecution changeExecution;

    ExecutionController(ExecutionQueries queries, ChangeExecution changeExecution) {
        this.queries = queries;
        this.changeExecution = changeExecution;
    }

    /**
     * Lists the executions of all projects that have a correlation id in common, newest first. The header Link leads to the
     * next page.
     *
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
                @Parameter(
                        name = "correlation_id",
                        in = ParameterIn.QUERY,
                        required = true,
                        description = "What they have in common, as it was given.",
                        schema = @Schema(type = "string", minLength = 1, maxLength = CorrelationId.MAX_LENGTH)),
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description =
                                "Only those that are queued, running, succeeded, failed or cancelled; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many executions a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the executions of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<ExecutionListResponse> findExecutions(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        var filter = ExecutionFilter.of(correlationId(request), ExecutionResponse.STATUS.parameters(request, "status"));
        return ExecutionPages.answer(request, queries, principal.user(), filter);
    }

    /**
     * Reads an execution. If-None-Match is honoured.
     *
     * @param id the id of the execution
     * @return the execution, with its ETag
     */
    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "the execution, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExecutionResponse.class)))
    @ApiResponse(responseCode = "304", description = "the execution has the version that If-None-Match names")
    HttpResponse<ExecutionResponse> readExecution(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        Execution execution = queries.require(principal.user(), executionId(id));
        return EntityTag.answer(request, execution.version(), ExecutionResponse.from(execution));
    }

    /**
     * Tells how far an execution is, by a JSON Merge Patch (RFC 7396): what is absent stays. From the queue it may begin to
     * run or be cancelled; what runs may succeed, fail or be cancelled; what has ended never changes. Only what has ended
     * has an output, only what has failed an error. To say once more what is stored changes nothing.
     *
     * @param id the id of the execution
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the execution has another by now
     * @return the execution as it is now, with its ETag
     */
    @Patch("/{id}")
    @Consumes({JsonBodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    HttpResponse<ExecutionResponse> changeExecution(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body ReportRequest report) {
        UserId owner = principal.user();
        ExecutionId executionId = executionId(id);
        Long expected = EntityTag.expectedVersion(
                ifMatch, () -> queries.require(owner, executionId).version());
        Execution changed = changeExecution.change(owner, executionId, expected, report::applyTo);
        return HttpResponse.ok(ExecutionResponse.from(changed))
                .header(HttpHeaders.ETAG, EntityTag.of(changed.version()));
    }

    private static CorrelationId correlationId(HttpRequest<?> request) {
        String text = request.getParameters().getFirst("correlation_id").orElse("");
        try {
            return new CorrelationId(text);
        } catch (Invalid unfit) {
            throw Refusal.ofParameter(
                    WebError.INVALID_PARAMETER, "correlation_id", "must be given: one line of 1 to 200 characters");
        }
    }

    /** What is no id is the id of nothing. */
    private static ExecutionId executionId(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw new NotFound(ExecutionError.EXECUTION_NOT_FOUND, "There is no such execution.");
        }
        return new ExecutionId(id);
    }
}
