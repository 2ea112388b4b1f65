package dev.muster.web.task;

import dev.muster.application.task.TaskQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.NextPage;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Lists of one's own tasks. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Tasks")
@Controller("/v1/tasks")
@ExecuteOn(Workers.DATABASE)
final class TaskListController {

    private final TaskQueries queries;

    TaskListController(TaskQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists tasks, newest first. The header Link leads to the next page.
     *
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description =
                                "Only tasks that are pending, in_progress, completed or cancelled; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "priority",
                        in = ParameterIn.QUERY,
                        description = "Only tasks of low, medium, high or urgent priority; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "deleted",
                        in = ParameterIn.QUERY,
                        description = "Those in the trash instead of those that are not.",
                        schema = @Schema(type = "boolean", defaultValue = "false")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many tasks a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the tasks of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<TaskListResponse> listTasks(@Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        PageParameters parameters = PageParameters.of(request);
        TaskFilter filter = TaskFilters.of(request.getParameters().asMap());
        var wanted = new PageRequest<>(parameters.limit(), TaskCursor.decode(parameters.cursor()));
        Page<Task> page = queries.findPage(principal.user(), filter, wanted);
        Long total = parameters.count() ? queries.count(principal.user(), filter) : null;
        var list = TaskListResponse.from(page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }
}
