package dev.muster.web.export;

import dev.muster.application.export.ExportQueries;
import dev.muster.application.export.RequestExport;
import dev.muster.application.project.ProjectQueries;
import dev.muster.domain.export.Export;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.web.project.NamedProject;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.NextPage;
import dev.muster.web.shared.PageParameters;
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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The exports of one's own projects. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Exports")
@Controller("/v1/projects/{id}/exports")
@ExecuteOn(Workers.DATABASE)
final class ProjectExportController {

    private final ProjectQueries projects;
    private final RequestExport requestExport;
    private final ExportQueries queries;

    ProjectExportController(ProjectQueries projects, RequestExport requestExport, ExportQueries queries) {
        this.projects = projects;
        this.requestExport = requestExport;
        this.queries = queries;
    }

    /**
     * Asks for an export of a project, which is made soon after. At most five of one person wait or are made at once, and the
     * files of at most fifty are kept.
     *
     * @param id the id or the key of the project
     * @return the export, queued, with its Location and ETag
     */
    @Post
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<ExportResponse> requestExport(
            @Parameter(hidden = true) Principal principal, String id, @Body ExportRequest export) {
        Export requested = requestExport.request(principal.user(), project(principal, id), export.wanted());
        return HttpResponse.accepted()
                .body(ExportResponse.from(requested))
                .header(HttpHeaders.LOCATION, "/v1/exports/" + requested.id())
                .header(HttpHeaders.ETAG, EntityTag.of(requested.version()));
    }

    /**
     * Lists the exports of a project, newest first, without their manifests. The header Link leads to the next page.
     *
     * @param id the id or the key of the project
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many exports a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the exports of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<ExportListResponse> listExports(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        PageParameters parameters = PageParameters.of(request);
        var wanted = new PageRequest<>(parameters.limit(), ExportCursor.decode(parameters.cursor()));
        ProjectId project = project(principal, id);
        Page<Export> page = queries.findPage(principal.user(), project, wanted);
        Long total = parameters.count() ? queries.count(principal.user(), project) : null;
        var list = ExportListResponse.from(page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }

    private ProjectId project(Principal principal, String id) {
        return NamedProject.require(projects, principal.user(), id).id();
    }
}
