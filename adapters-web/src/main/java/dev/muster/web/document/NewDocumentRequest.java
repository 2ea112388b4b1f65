package dev.muster.web.document;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.VersionNote;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new document.
 *
 * @param title one line of 1 to 200 characters
 * @param content any text of at most 524288 bytes in UTF-8, perhaps empty
 * @param note what the author says of the first version, one line of 1 to 500 characters, or null
 */
public record NewDocumentRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = DocumentTitle.MAX_LENGTH,
                example = "How to water")
        @Nullable String title,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = DocumentContent.MAX_BYTES,
                example = "Every morning.\n")
        @Nullable String content,

        @Schema(nullable = true, minLength = 1, maxLength = VersionNote.MAX_LENGTH, example = "First draft") @Nullable String note) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Wish wish() {
        var members = new Members();
        DocumentTitle name = members.read("/title", title, DocumentTitle::new);
        DocumentContent text = members.read("/content", content, DocumentContent::new);
        VersionNote line = note == null ? null : members.read("/note", note, VersionNote::new);
        members.finish();
        return new Wish(requireNonNull(name), requireNonNull(text), line);
    }

    /** What is to be made. */
    record Wish(
            DocumentTitle title,
            DocumentContent content,
            @Nullable VersionNote note) {}
}
