package dev.muster.web.project;

import dev.muster.application.project.ProjectQueries;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
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
import java.util.Set;

/** Lists of one's own projects. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Projects")
@Controller("/v1/projects")
@ExecuteOn(Workers.DATABASE)
final class ProjectListController {

    private final ProjectQueries queries;

    ProjectListController(ProjectQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists projects, newest first. The header Link leads to the next page.
     *
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description = "Only projects that are draft, active or archived; may be repeated.",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many projects a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the projects of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<ProjectListResponse> listProjects(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        PageParameters parameters = PageParameters.of(request);
        Set<ProjectStatus> statuses = ProjectResponse.STATUS.parameters(request, "status");
        var wanted = new PageRequest<>(parameters.limit(), ProjectCursor.decode(parameters.cursor()));
        Page<Project> page = queries.findPage(principal.user(), statuses, wanted);
        Long total = parameters.count() ? queries.count(principal.user(), statuses) : null;
        var list = ProjectListResponse.from(page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }
}
