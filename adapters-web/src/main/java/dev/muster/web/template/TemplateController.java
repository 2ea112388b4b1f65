package dev.muster.web.template;

import dev.muster.application.template.ChangeTemplate;
import dev.muster.application.template.CreateTemplate;
import dev.muster.application.template.DeleteTemplate;
import dev.muster.application.template.TemplateQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
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
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own templates of tasks, and the one that comes with Muster. Someone else's answer 404. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Tasks")
@Controller("/v1/task-templates")
@ExecuteOn(Workers.DATABASE)
final class TemplateController {

    private final TemplateQueries queries;
    private final CreateTemplate createTemplate;
    private final ChangeTemplate changeTemplate;
    private final DeleteTemplate deleteTemplate;

    TemplateController(
            TemplateQueries queries,
            CreateTemplate createTemplate,
            ChangeTemplate changeTemplate,
            DeleteTemplate deleteTemplate) {
        this.queries = queries;
        this.createTemplate = createTemplate;
        this.changeTemplate = changeTemplate;
        this.deleteTemplate = deleteTemplate;
    }

    /**
     * Lists templates by name, among them the one that comes with Muster. The header Link leads to the next page.
     *
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many templates a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the templates of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<TemplateListResponse> listTemplates(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        PageParameters parameters = PageParameters.of(request);
        var wanted = new PageRequest<>(parameters.limit(), TemplateCursor.decode(parameters.cursor()));
        Long total = parameters.count() ? queries.count(principal.user()) : null;
        var list = TemplateListResponse.from(queries.findPage(principal.user(), wanted), total);
        return NextPage.linked(request, list, list.nextCursor());
    }

    /**
     * Makes a template. 422 unknown_placeholder where a pattern names what no story has; 409 template_exists, template_built_in
     * for the name database, too_many_templates beyond 100.
     *
     * @return the template, with its Location and ETag
     */
    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<TemplateResponse> createTemplate(
            @Parameter(hidden = true) Principal principal, @Body NewTemplateRequest template) {
        NewTemplateRequest.Wish wish = template.wish();
        TaskTemplate created = createTemplate.create(principal.user(), wish.name(), wish.content());
        return HttpResponse.created(TemplateResponse.from(created))
                .header(HttpHeaders.LOCATION, "/v1/task-templates/" + created.name())
                .header(HttpHeaders.ETAG, EntityTag.of(created.version()));
    }

    /**
     * Reads a template. If-None-Match is honoured.
     *
     * @param name the name of the template
     * @return the template, with its ETag
     */
    @Get("/{name}")
    @ApiResponse(
            responseCode = "200",
            description = "the template, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TemplateResponse.class)))
    @ApiResponse(responseCode = "304", description = "the template has the version that If-None-Match names")
    HttpResponse<TemplateResponse> readTemplate(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String name) {
        TaskTemplate template = queries.require(principal.user(), TemplateNames.of(name));
        return EntityTag.answer(request, template.version(), TemplateResponse.from(template));
    }

    /**
     * Gives a template other content, all of it. Tasks that it made stay as they are. 409 template_built_in for the one that
     * comes with Muster.
     *
     * @param name the name of the template
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the template has another by now
     * @return the template as it is now, with its ETag
     */
    @Put("/{name}")
    HttpResponse<TemplateResponse> changeTemplate(
            @Parameter(hidden = true) Principal principal,
            String name,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body TemplateRequest template) {
        UserId owner = principal.user();
        TemplateName known = TemplateNames.of(name);
        TaskTemplate changed =
                changeTemplate.change(owner, known, expectedVersion(owner, known, ifMatch), template.content());
        return HttpResponse.ok(TemplateResponse.from(changed))
                .header(HttpHeaders.ETAG, EntityTag.of(changed.version()));
    }

    /**
     * Removes a template. Tasks that it made stay. 409 template_built_in for the one that comes with Muster.
     *
     * @param name the name of the template
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the template has another by now
     * @return nothing
     */
    @Delete("/{name}")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> deleteTemplate(
            @Parameter(hidden = true) Principal principal,
            String name,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        TemplateName known = TemplateNames.of(name);
        deleteTemplate.delete(principal.user(), known, expectedVersion(principal.user(), known, ifMatch));
        return HttpResponse.noContent();
    }

    private @Nullable Long expectedVersion(UserId owner, TemplateName name, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(owner, name).version());
    }
}
