package dev.muster.web.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.document.VersionNote;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as lists have it, without what it says.
 *
 * @param id a UUIDv7
 * @param projectId the project it belongs to
 * @param title one line
 * @param latestVersion the number of its latest version, and how many there are
 * @param checksum the SHA-256 of the content in UTF-8, in lower-case hexadecimal
 * @param bytes the length of the content in UTF-8
 * @param note what the author says of the latest version, or null
 * @param authorId who wrote the latest version
 * @param createdAt when it was made
 * @param updatedAt when its title or its content was last changed
 * @param version one more with every change of title or content; also its entity tag
 */
@Schema(name = "DocumentSummary")
public record DocumentSummaryResponse(
        UUID id,
        UUID projectId,
        @Schema(example = "How to water") String title,
        @Schema(example = "1") int latestVersion,

        @Schema(example = "8900ebe896980d312b01a0920d4252d62b8f6f35b406775aa7004ec077d49126")
        String checksum,

        @Schema(example = "15") int bytes,
        @Schema(example = "First draft") @Nullable String note,
        UUID authorId,
        Instant createdAt,
        Instant updatedAt,
        @Schema(example = "1") long version) {

    static DocumentSummaryResponse from(Document document) {
        DocumentVersion latest = document.latest();
        VersionNote note = latest.note();
        return new DocumentSummaryResponse(
                document.id().value(),
                document.project().value(),
                document.title().value(),
                latest.number(),
                latest.checksum(),
                latest.bytes(),
                note == null ? null : note.value(),
                latest.author().value(),
                document.createdAt(),
                document.updatedAt(),
                document.version());
    }
}
