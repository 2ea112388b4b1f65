package dev.muster.web.document;

import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.document.VersionNote;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document as lists have it, without what it says.
 *
 * @param documentId the document
 * @param number 1 for the first, one more for each that follows
 * @param checksum the SHA-256 of the content in UTF-8, in lower-case hexadecimal; also its entity tag
 * @param bytes the length of the content in UTF-8
 * @param note what the author says of it, or null
 * @param restoredFrom the number of the version that it brought back, or null
 * @param authorId who wrote it
 * @param createdAt when it was made
 */
@Schema(name = "DocumentVersionSummary")
public record VersionSummaryResponse(
        UUID documentId,
        @Schema(example = "2") int number,

        @Schema(example = "db1f7aadfd84748b216f04fa6d13ed7928acad06cdb1d0feb2e0e8d59e107256")
        String checksum,

        @Schema(example = "15") int bytes,
        @Schema(example = "It is too hot by day") @Nullable String note,
        @Schema(example = "1") @Nullable Integer restoredFrom,
        UUID authorId,
        Instant createdAt) {

    static VersionSummaryResponse from(DocumentId document, DocumentVersion version) {
        VersionNote note = version.note();
        return new VersionSummaryResponse(
                document.value(),
                version.number(),
                version.checksum(),
                version.bytes(),
                note == null ? null : note.value(),
                version.restoredFrom(),
                version.author().value(),
                version.createdAt());
    }
}
