package dev.muster.web.document;

import dev.muster.application.document.DocumentDiff;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How one version of a document differs from another.
 *
 * @param from the number of the version that it begins with
 * @param to the number of the version that it leads to
 * @param diff in the unified format; empty if they say the same
 */
@Schema(name = "DocumentDiff")
public record DiffResponse(
        @Schema(example = "1") int from,
        @Schema(example = "2") int to,

        @Schema(
                example = "--- a/How to water\tversion 1\n+++ b/How to water\tversion 2\n@@ -1,1 +1,1 @@\n"
                        + "-Every morning.\n+Every evening.\n")
        String diff) {

    static DiffResponse from(DocumentDiff diff) {
        return new DiffResponse(diff.from(), diff.to(), diff.unified());
    }
}
