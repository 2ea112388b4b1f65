package dev.muster.web.document;

import dev.muster.application.document.ChangeDocument;
import dev.muster.application.document.DeleteDocument;
import dev.muster.application.document.DocumentDiff;
import dev.muster.application.document.DocumentQueries;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.UserId;
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
import io.micronaut.http.annotation.Produces;
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

/** One's own documents. Someone else's answer 404, like those that do not exist and those of a deleted project. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Documents")
@Controller("/v1/documents")
@ExecuteOn(Workers.DATABASE)
final class DocumentController {

    private final DocumentQueries queries;
    private final ChangeDocument changeDocument;
    private final DeleteDocument deleteDocument;

    DocumentController(DocumentQueries queries, ChangeDocument changeDocument, DeleteDocument deleteDocument) {
        this.queries = queries;
        this.changeDocument = changeDocument;
        this.deleteDocument = deleteDocument;
    }

    /**
     * Reads a document with its latest version. If-None-Match is honoured.
     *
     * @param id the id of the document
     * @return the document, with its ETag
     */
    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "the document, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DocumentResponse.class)))
    @ApiResponse(responseCode = "304", description = "the document has the version that If-None-Match names")
    HttpResponse<DocumentResponse> readDocument(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        DocumentText text = queries.requireText(principal.user(), DocumentPath.id(id));
        return EntityTag.answer(request, text.document().version(), DocumentResponse.from(text));
    }

    /**
     * Changes a document by a JSON Merge Patch (RFC 7396): what is absent stays. Another content is a new version; the
     * content that it has already is none.
     *
     * @param id the id of the document
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the document has another by now
     * @return the document as it is now, with its ETag
     */
    @Patch("/{id}")
    @Consumes({JsonBodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    HttpResponse<DocumentResponse> changeDocument(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body DocumentRequest document) {
        UserId owner = principal.user();
        DocumentId documentId = DocumentPath.id(id);
        Long expected = expectedVersion(owner, documentId, ifMatch);
        DocumentText changed = changeDocument.change(owner, documentId, expected, document.change());
        return HttpResponse.ok(DocumentResponse.from(changed))
                .header(HttpHeaders.ETAG, EntityTag.of(changed.document().version()));
    }

    /**
     * Deletes a document with all its versions.
     *
     * @param id the id of the document
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the document has another by now
     * @return nothing
     */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> deleteDocument(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UserId owner = principal.user();
        DocumentId documentId = DocumentPath.id(id);
        deleteDocument.delete(owner, documentId, expectedVersion(owner, documentId, ifMatch));
        return HttpResponse.noContent();
    }

    /**
     * Compares two versions of a document in the unified format. Who accepts text/x-diff or text/plain before JSON gets
     * the difference alone, as programs like patch read it.
     *
     * @param id the id of the document
     * @return the difference
     */
    @Get("/{id}/diff")
    @ExecuteOn(Workers.COMPARING)
    @Produces({MediaType.APPLICATION_JSON, DiffForm.X_DIFF, MediaType.TEXT_PLAIN})
    @Operation(
            parameters = {
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description = "The version to begin with; the one before the other, if absent.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "10000")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "The version to lead to; the latest, if absent.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "10000"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "the difference",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DiffResponse.class)),
                @Content(mediaType = DiffForm.X_DIFF, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = "string"))
            })
    HttpResponse<?> compareVersions(@Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        Integer from = DocumentPath.number(request, "from");
        Integer to = DocumentPath.number(request, "to");
        DocumentDiff diff = queries.diff(principal.user(), DocumentPath.id(id), from, to);
        return DiffForm.of(request).answer(diff);
    }

    private @Nullable Long expectedVersion(UserId owner, DocumentId id, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(owner, id).version());
    }
}
