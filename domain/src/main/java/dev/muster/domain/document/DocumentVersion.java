package dev.muster.domain.document;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version of a document besides its content; never changed (requirement D2).
 *
 * @param number 1 for the first, one more for each that follows
 * @param checksum of the content, as {@link DocumentContent#checksum()}
 * @param bytes the length of the content in UTF-8
 * @param note what the author says of it, or null
 * @param restoredFrom the number of the version that it brought back, or null
 * @param createdAt when it was made, in microseconds
 */
public record DocumentVersion(
        int number,
        String checksum,
        int bytes,
        UserId author,
        @Nullable VersionNote note,
        @Nullable Integer restoredFrom,
        Instant createdAt) {}
