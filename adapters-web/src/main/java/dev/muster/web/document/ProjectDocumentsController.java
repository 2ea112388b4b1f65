package dev.muster.web.document;

import dev.muster.application.document.CreateDocument;
import dev.muster.application.document.DocumentQueries;
import dev.muster.application.project.ProjectQueries;
import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
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

/** The documents of one's own projects. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Documents")
@Controller("/v1/projects")
@ExecuteOn(Workers.DATABASE)
final class ProjectDocumentsController {

    private final ProjectQueries projects;
    private final CreateDocument createDocument;
    private final DocumentQueries queries;

    ProjectDocumentsController(ProjectQueries projects, CreateDocument createDocument, DocumentQueries queries) {
        this.projects = projects;
        this.createDocument = createDocument;
        this.queries = queries;
    }

    /**
     * Makes a document with its first version.
     *
     * @param id the id or the key of the project
     * @return the document, with its Location and ETag
     */
    @Post("/{id}/documents")
    @Status(HttpStatus.CREATED)
    HttpResponse<DocumentResponse> createDocument(
            @Parameter(hidden = true) Principal principal, String id, @Body NewDocumentRequest document) {
        UserId owner = principal.user();
        ProjectId project = NamedProject.require(projects, owner, id).id();
        var wish = document.wish();
        DocumentText created = createDocument.create(owner, project, wish.title(), wish.content(), wish.note());
        return HttpResponse.created(DocumentResponse.from(created))
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/documents/" + created.document().id())
                .header(HttpHeaders.ETAG, EntityTag.of(created.document().version()));
    }

    /**
     * Lists the documents of a project, newest first, without what they say. The header Link leads to the next page.
     *
     * @param id the id or the key of the project
     * @return one page
     */
    @Get("/{id}/documents")
    @Operation(
            parameters = {
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many documents a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the documents of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<DocumentListResponse> listDocuments(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        UserId owner = principal.user();
        PageParameters parameters = PageParameters.of(request);
        var wanted = new PageRequest<>(parameters.limit(), DocumentCursor.decode(parameters.cursor()));
        ProjectId project = NamedProject.require(projects, owner, id).id();
        Page<Document> page = queries.findPage(owner, project, wanted);
        Long total = parameters.count() ? queries.count(owner, project) : null;
        var list = DocumentListResponse.from(page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }
}
