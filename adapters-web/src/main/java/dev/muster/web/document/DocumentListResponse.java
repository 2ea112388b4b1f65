package dev.muster.web.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.shared.Page;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of documents.
 *
 * @param data newest first
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "DocumentList")
public record DocumentListResponse(
        List<DocumentSummaryResponse> data,
        @Schema(example = "false") boolean hasMore,

        @Schema(example = "AAZNavk_ag4AAAAAAAAAAAABAZpwq0lNcAuAJyXd9nFHDjw4y1I") @Nullable String nextCursor,

        @Schema(example = "1") @Nullable Long totalCount) {

    public DocumentListResponse {
        data = List.copyOf(data);
    }

    static DocumentListResponse from(Page<Document> page, @Nullable Long totalCount) {
        return new DocumentListResponse(
                page.items().stream().map(DocumentSummaryResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> DocumentCursor.encode(last.position())),
                totalCount);
    }
}
