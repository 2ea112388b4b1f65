package dev.muster.web.task;

import dev.muster.application.task.TaskQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.user.UserId;
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
import java.util.List;
import java.util.Map;

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
     * Lists tasks. The header Link leads to the next page. A search is ranked among the 200 newest tasks that fit; with
     * sort it has no end.
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
                        name = "label",
                        in = ParameterIn.QUERY,
                        description = "Only tasks with this label, as it is spelled; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "project_id",
                        in = ParameterIn.QUERY,
                        description = "Only tasks of the project of this id or key; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "parent_id",
                        in = ParameterIn.QUERY,
                        description = "Only parts of the task of this id; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "due_after",
                        in = ParameterIn.QUERY,
                        description = "Only tasks that are due at this time or later.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "due_before",
                        in = ParameterIn.QUERY,
                        description = "Only tasks that are due before this time.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "blocked",
                        in = ParameterIn.QUERY,
                        description = "Only tasks that are blocked, or only those that are not.",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        name = "q",
                        in = ParameterIn.QUERY,
                        description =
                                "Only tasks in whose title this stands, from 3 characters on, or all its words in title and"
                                        + " description.",
                        schema = @Schema(type = "string", minLength = 1, maxLength = TaskFilter.MAX_TEXT)),
                @Parameter(
                        name = "deleted",
                        in = ParameterIn.QUERY,
                        description = "Those in the trash instead of those that are not.",
                        schema = @Schema(type = "boolean", defaultValue = "false")),
                @Parameter(
                        name = "sort",
                        in = ParameterIn.QUERY,
                        description =
                                "What decides the order, first things first: created_at, updated_at, due_at, priority, "
                                        + "divided by commas, with a minus before what is to descend. Otherwise the newest come "
                                        + "first, or with q those that fit best.",
                        schema = @Schema(type = "string", example = "-priority,due_at")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many tasks a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description =
                                "The next_cursor of the page before. With another sort the list goes on from the same task.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the tasks of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<TaskListResponse> listTasks(@Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        PageParameters parameters = PageParameters.of(request);
        UserId owner = principal.user();
        Map<String, List<String>> query = request.getParameters().asMap();
        var wanted = new PageRequest<>(parameters.limit(), TaskCursor.decode(parameters.cursor()));
        TaskFilter filter = TaskFilters.of(query, key -> queries.findProject(owner, key));
        Page<ListedTask> page = queries.findPage(owner, filter, TaskOrders.of(query, filter), wanted);
        Long total = parameters.count() ? queries.count(owner, filter) : null;
        var list = TaskListResponse.from(page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }
}
