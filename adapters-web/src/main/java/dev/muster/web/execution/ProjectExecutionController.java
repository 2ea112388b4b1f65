package dev.muster.web.execution;

import dev.muster.application.execution.ExecutionQueries;
import dev.muster.application.execution.QueueExecution;
import dev.muster.application.project.ProjectQueries;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.project.Project;
import dev.muster.domain.session.Principal;
import dev.muster.web.project.NamedProject;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Executions of agents in one of one's own projects. Someone else's project answers 404, like one that does not exist. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Executions")
@Controller("/v1/projects/{id}/executions")
@ExecuteOn(Workers.DATABASE)
final class ProjectExecutionController {

    private final ProjectQueries projects;
    private final QueueExecution queueExecution;
    private final ExecutionQueries queries;

    ProjectExecutionController(ProjectQueries projects, QueueExecution queueExecution, ExecutionQueries queries) {
        this.projects = projects;
        this.queueExecution = queueExecution;
        this.queries = queries;
    }

    /**
     * Puts an execution of an agent into the queue.
     *
     * @param id the id or the key of the project
     * @return the execution, with its Location and ETag
     */
    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<ExecutionResponse> queueExecution(
            @Parameter(hidden = true) Principal principal, String id, @Body ExecutionRequest execution) {
        Project project = NamedProject.require(projects, principal.user(), id);
        ExecutionRequest.Asked asked = execution.asked();
        Execution queued = queueExecution.queue(
                principal.user(), project.id(), asked.agent(), asked.correlationId(), asked.input());
        return HttpResponse.created(ExecutionResponse.from(queued))
                .header(HttpHeaders.LOCATION, "/v1/executions/" + queued.id())
                .header(HttpHeaders.ETAG, EntityTag.of(queued.version()));
    }

    /**
     * Lists executions of a project, newest first. The header Link leads to the next page.
     *
     * @param id the id or the key of the project
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
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
    HttpResponse<ExecutionListResponse> listExecutions(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        Project project = NamedProject.require(projects, principal.user(), id);
        var filter = ExecutionFilter.of(project.id(), ExecutionResponse.STATUS.parameters(request, "status"));
        return ExecutionPages.answer(request, queries, principal.user(), filter);
    }
}
