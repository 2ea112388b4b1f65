package dev.muster.web.document;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.VersionNote;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a document.
 *
 * @param content any text of at most 524288 bytes in UTF-8, perhaps what the latest version says
 * @param note what the author says of it, one line of 1 to 500 characters, or null
 */
public record NewVersionRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = DocumentContent.MAX_BYTES,
                example = "Every evening.\n")
        @Nullable String content,

        @Schema(nullable = true, minLength = 1, maxLength = VersionNote.MAX_LENGTH, example = "It is too hot by day")
        @Nullable String note) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Wish wish() {
        var members = new Members();
        DocumentContent text = members.read("/content", content, DocumentContent::new);
        VersionNote line = note == null ? null : members.read("/note", note, VersionNote::new);
        members.finish();
        return new Wish(requireNonNull(text), line);
    }

    /** What is to be added. */
    record Wish(DocumentContent content, @Nullable VersionNote note) {}
}
