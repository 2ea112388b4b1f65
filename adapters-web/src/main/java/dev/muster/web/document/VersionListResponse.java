package dev.muster.web.document;

import dev.muster.domain.document.DocumentId;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.shared.Page;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a document's versions.
 *
 * @param data newest first
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "DocumentVersionList")
public record VersionListResponse(
        List<VersionSummaryResponse> data,
        @Schema(example = "false") boolean hasMore,

        @Schema(example = "AAZNavk_ag4AAAAAAAAAAAABAZpwq0lNcAuAJyXd9nFHDjw4y1I") @Nullable String nextCursor,

        @Schema(example = "1") @Nullable Long totalCount) {

    public VersionListResponse {
        data = List.copyOf(data);
    }

    static VersionListResponse from(DocumentId document, Page<DocumentVersion> page, @Nullable Long totalCount) {
        return new VersionListResponse(
                page.items().stream()
                        .map(version -> VersionSummaryResponse.from(document, version))
                        .toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> VersionCursor.encode(last.number())),
                totalCount);
    }
}
