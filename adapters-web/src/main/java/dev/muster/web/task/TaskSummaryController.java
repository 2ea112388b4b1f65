package dev.muster.web.task;

import dev.muster.application.task.TaskQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
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

/** One's own tasks in numbers. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Tasks")
@Controller("/v1/tasks/summary")
@ExecuteOn(Workers.DATABASE)
final class TaskSummaryController {

    private final TaskQueries queries;

    TaskSummaryController(TaskQueries queries) {
        this.queries = queries;
    }

    /**
     * Counts tasks by status and priority, and adds up their points. It reads all of them that the filters mean.
     *
     * @return the numbers, as they are now
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
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    TaskSummaryResponse summariseTasks(@Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        UserId owner = principal.user();
        TaskFilter filter = TaskFilters.of(request.getParameters().asMap(), key -> queries.findProject(owner, key));
        return TaskSummaryResponse.from(queries.summarise(owner, filter));
    }
}
