package dev.muster.web.document;

import dev.muster.application.document.DocumentChange;
import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change of a document as a JSON Merge Patch (RFC 7396): what is absent stays as it is.
 *
 * @param title one line of 1 to 200 characters; never null
 * @param content any text of at most 524288 bytes in UTF-8; never null. Another content than the present one is a new
 *     version
 * @param note what the author says of that version, one line of 1 to 500 characters; only together with a content
 */
public record DocumentRequest(
        @Schema(nullable = false, minLength = 1, maxLength = DocumentTitle.MAX_LENGTH, example = "How to water")
        @Nullable Optional<String> title,

        @Schema(nullable = false, maxLength = DocumentContent.MAX_BYTES, example = "Every evening.\n") @Nullable Optional<String> content,

        @Schema(nullable = true, minLength = 1, maxLength = VersionNote.MAX_LENGTH, example = "It is too hot by day")
        @Nullable Optional<String> note) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    DocumentChange change() {
        var violations = new Violations();
        var change = new DocumentChange(
                read(violations, "/title", title, DocumentTitle::new),
                read(violations, "/content", content, DocumentContent::new),
                note == null || note.isEmpty() ? null : read(violations, "/note", note, VersionNote::new));
        if (change.note() != null && content == null) {
            violations.add("/content", FieldError.REQUIRED, "must be given, as the note is about it");
        }
        violations.throwIfAny();
        return change;
    }

    private static <T> @Nullable T read(
            Violations violations, String pointer, @Nullable Optional<String> member, Function<String, T> make) {
        if (member == null) {
            return null;
        }
        if (member.isEmpty()) {
            violations.add(pointer, FieldError.REQUIRED, "must not be null");
            return null;
        }
        return violations.<@Nullable T>check(pointer, null, () -> make.apply(member.get()));
    }
}
