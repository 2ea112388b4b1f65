package dev.muster.domain.document;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody makes a version of.
 *
 * @param note what the author says of it, or null
 * @param restoredFrom the number of the version whose content comes back, or null if it is no old one
 */
public record Revision(
        DocumentContent content,
        UserId author,
        @Nullable VersionNote note,
        @Nullable Integer restoredFrom) {

    /** The version that it is under a number. */
    DocumentVersion numbered(int number, Instant now) {
        return new DocumentVersion(number, content.checksum(), content.bytes(), author, note, restoredFrom, now);
    }
}
