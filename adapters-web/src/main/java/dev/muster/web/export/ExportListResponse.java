package dev.muster.web.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.shared.Page;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of exports.
 *
 * @param data newest first
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "ExportList")
public record ExportListResponse(
        List<ExportResponse> data,
        @Schema(example = "false") boolean hasMore,

        @Schema(example = "AAZNavk_ag4AAAAAAAAAAAABAZpwq0lNcAuAJyXd9nFHDjw4y1I") @Nullable String nextCursor,

        @Schema(example = "1") @Nullable Long totalCount) {

    public ExportListResponse {
        data = List.copyOf(data);
    }

    static ExportListResponse from(Page<Export> page, @Nullable Long totalCount) {
        return new ExportListResponse(
                page.items().stream().map(ExportResponse::listed).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> ExportCursor.encode(last.position())),
                totalCount);
    }
}
