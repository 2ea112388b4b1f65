package dev.muster.web.document;

import dev.muster.application.document.AddDocumentVersion;
import dev.muster.application.document.DocumentQueries;
import dev.muster.application.document.RestoreDocumentVersion;
import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
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
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
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

/** The versions of one's own documents. None is ever changed. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Documents")
@Controller("/v1/documents")
@ExecuteOn(Workers.DATABASE)
final class DocumentVersionController {

    private final DocumentQueries queries;
    private final AddDocumentVersion addVersion;
    private final RestoreDocumentVersion restoreVersion;

    DocumentVersionController(
            DocumentQueries queries, AddDocumentVersion addVersion, RestoreDocumentVersion restoreVersion) {
        this.queries = queries;
        this.addVersion = addVersion;
        this.restoreVersion = restoreVersion;
    }

    /**
     * Adds a version to a document, even if it says what the latest one says.
     *
     * @param id the id of the document
     * @param ifMatch the version of the document that it is meant for, as an entity tag; 412 if it has another by now
     * @return the new version, with its Location and ETag
     */
    @Post("/{id}/versions")
    @Status(HttpStatus.CREATED)
    HttpResponse<VersionResponse> addVersion(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body NewVersionRequest version) {
        UserId owner = principal.user();
        DocumentId documentId = DocumentPath.id(id);
        var wish = version.wish();
        Long expected = expectedVersion(owner, documentId, ifMatch);
        return created(addVersion.add(owner, documentId, expected, wish.content(), wish.note()));
    }

    /**
     * Lists the versions of a document, newest first, without what they say. The header Link leads to the next page.
     *
     * @param id the id of the document
     * @return one page
     */
    @Get("/{id}/versions")
    @Operation(
            parameters = {
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many versions a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the versions of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<VersionListResponse> listVersions(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        PageParameters parameters = PageParameters.of(request);
        var wanted = new PageRequest<>(parameters.limit(), VersionCursor.decode(parameters.cursor()));
        Document document = queries.require(principal.user(), DocumentPath.id(id));
        Page<DocumentVersion> page = queries.findVersionPage(principal.user(), document.id(), wanted);
        // Numbers have no gaps.
        Long total = parameters.count() ? (long) document.latest().number() : null;
        var list = VersionListResponse.from(document.id(), page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }

    /**
     * Reads a version of a document. If-None-Match is honoured, for ever.
     *
     * @param id the id of the document
     * @param n the number of the version
     * @return the version, with its ETag
     */
    @Get("/{id}/versions/{n}")
    @ApiResponse(
            responseCode = "200",
            description = "the version, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionResponse.class)))
    @ApiResponse(responseCode = "304", description = "the version is the one that If-None-Match names")
    HttpResponse<VersionResponse> readVersion(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id, String n) {
        DocumentText text = queries.requireText(principal.user(), DocumentPath.id(id), DocumentPath.number(n));
        return EntityTag.answer(request, text.version().checksum(), VersionResponse.from(text));
    }

    /**
     * Brings back what an old version says, as a new version.
     *
     * @param id the id of the document
     * @param n the number of the old version
     * @param ifMatch the version of the document that it is meant for, as an entity tag; 412 if it has another by now
     * @return the new version, with its Location and ETag
     */
    @Post("/{id}/versions/{n}/restore")
    @Status(HttpStatus.CREATED)
    HttpResponse<VersionResponse> restoreVersion(
            @Parameter(hidden = true) Principal principal,
            String id,
            String n,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UserId owner = principal.user();
        DocumentId documentId = DocumentPath.id(id);
        Long expected = expectedVersion(owner, documentId, ifMatch);
        return created(restoreVersion.restore(owner, documentId, DocumentPath.number(n), expected));
    }

    private @Nullable Long expectedVersion(UserId owner, DocumentId id, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(owner, id).version());
    }

    private static HttpResponse<VersionResponse> created(DocumentText text) {
        String location = "/v1/documents/" + text.document().id() + "/versions/"
                + text.version().number();
        return HttpResponse.created(VersionResponse.from(text))
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, EntityTag.of(text.version().checksum()));
    }
}
