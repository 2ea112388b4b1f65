package dev.muster.web.export;

import dev.muster.application.export.DownloadExport;
import dev.muster.application.export.DownloadExport.Download;
import dev.muster.application.export.ExportQueries;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportError;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.NotFound;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** One's own exports. Someone else's answer 404, like those that do not exist. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Exports")
@Controller("/v1/exports/{id}")
@ExecuteOn(Workers.DATABASE)
final class ExportController {

    private final ExportQueries queries;
    private final DownloadExport downloadExport;

    ExportController(ExportQueries queries, DownloadExport downloadExport) {
        this.queries = queries;
        this.downloadExport = downloadExport;
    }

    /**
     * Reads an export: how far it is, and what it has become. If-None-Match is honoured.
     *
     * @param id the id of the export
     * @return the export, with its ETag
     */
    @Get
    @ApiResponse(
            responseCode = "200",
            description = "the export, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExportResponse.class)))
    @ApiResponse(responseCode = "304", description = "the export has the version that If-None-Match names")
    HttpResponse<ExportResponse> readExport(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        Export export = queries.require(principal.user(), exportId(id));
        return EntityTag.answer(request, export.version(), ExportResponse.from(export));
    }

    /**
     * Downloads the file of an export, whole or in one part (RFC 9110, section 14). If-Range and If-None-Match are honoured;
     * the entity tag is the SHA-256 of the file. 409 while there is no file yet, 404 with export_expired when there is none any
     * more.
     *
     * @param id the id of the export
     * @return the file
     */
    @Get("/file")
    @Produces(MediaType.ALL)
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "One range of bytes, such as bytes=0-99; several are answered by the whole file.",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "the whole file",
            headers = @Header(name = "Accept-Ranges", schema = @Schema(type = "string")),
            content = {
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "206",
            description = "the part that Range names",
            content = @Content(mediaType = MediaType.ALL, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "the file is the one that If-None-Match names")
    HttpResponse<StreamedFile> downloadExport(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        Download download = downloadExport.download(principal.user(), exportId(id));
        return FileAnswer.of(request, download);
    }

    /** What is no id is the id of nothing. */
    private static ExportId exportId(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw new NotFound(ExportError.EXPORT_NOT_FOUND, "There is no such export.");
        }
        return new ExportId(id);
    }
}
