package dev.muster.web.user;

import dev.muster.application.user.UserDirectoryQueries;
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

/** How many people there are. */
@AnswersProblems
@Needs(Permission.USERS_READ)
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/stats/users")
@ExecuteOn(Workers.DATABASE)
final class UserStatisticsController {

    private final UserDirectoryQueries queries;

    UserStatisticsController(UserDirectoryQueries queries) {
        this.queries = queries;
    }

    /**
     * Tells how many accounts there are, as they were last counted. Needs users:read.
     *
     * @return the counts, with their time
     */
    @Get
    UserStatisticsResponse readUserStatistics(@Parameter(hidden = true) Principal principal) {
        return UserStatisticsResponse.from(queries.statistics(principal));
    }
}
