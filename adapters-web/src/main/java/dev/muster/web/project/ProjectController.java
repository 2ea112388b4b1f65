package dev.muster.web.project;

import dev.muster.application.project.ChangeProject;
import dev.muster.application.project.CreateProject;
import dev.muster.application.project.DeleteProject;
import dev.muster.application.project.ProjectQueries;
import dev.muster.domain.project.Project;
import dev.muster.domain.session.Principal;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own projects, by id or key. Someone else's answer 404, like those that do not exist. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Projects")
@Controller("/v1/projects")
@ExecuteOn(Workers.DATABASE)
final class ProjectController {

    private final CreateProject createProject;
    private final ProjectQueries queries;
    private final ChangeProject changeProject;
    private final DeleteProject deleteProject;

    ProjectController(
            CreateProject createProject,
            ProjectQueries queries,
            ChangeProject changeProject,
            DeleteProject deleteProject) {
        this.createProject = createProject;
        this.queries = queries;
        this.changeProject = changeProject;
        this.deleteProject = deleteProject;
    }

    /**
     * Makes a project.
     *
     * @return the project, with its Location and ETag
     */
    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<ProjectResponse> createProject(
            @Parameter(hidden = true) Principal principal, @Body ProjectRequest project) {
        Project created = createProject.create(principal.user(), project.details());
        return HttpResponse.created(ProjectResponse.from(created))
                .header(HttpHeaders.LOCATION, "/v1/projects/" + created.id())
                .header(HttpHeaders.ETAG, EntityTag.of(created.version()));
    }

    /**
     * Reads a project. If-None-Match is honoured.
     *
     * @param id the id or the key of the project
     * @return the project, with its ETag
     */
    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "the project, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProjectResponse.class)))
    @ApiResponse(responseCode = "304", description = "the project has the version that If-None-Match names")
    HttpResponse<ProjectResponse> readProject(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        Project project = NamedProject.require(queries, principal.user(), id);
        return EntityTag.answer(request, project.version(), ProjectResponse.from(project));
    }

    /**
     * Changes a project by a JSON Merge Patch (RFC 7396): what is absent stays, null clears.
     *
     * @param id the id or the key of the project
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the project has another by now
     * @return the project as it is now, with its ETag
     */
    @Patch("/{id}")
    @Consumes({JsonBodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    HttpResponse<ProjectResponse> changeProject(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body ProjectRequest project) {
        Project named = NamedProject.require(queries, principal.user(), id);
        Long expected = EntityTag.expectedVersion(ifMatch, named::version);
        Project changed = changeProject.change(principal.user(), named.id(), expected, project::applyTo);
        return HttpResponse.ok(ProjectResponse.from(changed)).header(HttpHeaders.ETAG, EntityTag.of(changed.version()));
    }

    /**
     * Deletes a project that has no tasks outside the trash; those in the trash belong to none any more. Its executions are
     * not found any more, and its key is free.
     *
     * @param id the id or the key of the project
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the project has another by now
     * @return nothing
     */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> deleteProject(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Project named = NamedProject.require(queries, principal.user(), id);
        deleteProject.delete(principal.user(), named.id(), EntityTag.expectedVersion(ifMatch, named::version));
        return HttpResponse.noContent();
    }
}
