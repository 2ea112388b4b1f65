package dev.muster.web.task;

import dev.muster.application.task.TaskCensusQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Needs;
import dev.muster.web.shared.Workers;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Everybody's tasks in numbers. */
@AnswersProblems
@Needs(Permission.USERS_READ)
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/stats/tasks")
@ExecuteOn(Workers.DATABASE)
final class TaskStatisticsController {

    private final TaskCensusQueries queries;

    TaskStatisticsController(TaskCensusQueries queries) {
        this.queries = queries;
    }

    /**
     * Counts the tasks of all people and adds up their points, as they were last counted, a quarter of an hour ago at most
     * while all goes well. Needs users:read.
     *
     * @return the numbers, with their time
     */
    @Get
    TaskStatisticsResponse readTaskStatistics(@Parameter(hidden = true) Principal principal) {
        return TaskStatisticsResponse.from(queries.statistics(principal));
    }
}
