package dev.muster.web.execution;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.shared.Page;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of executions.
 *
 * @param data newest first; fewer than the limit where inputs and outputs are large, though more follow
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "ExecutionList")
public record ExecutionListResponse(
        List<ExecutionResponse> data,
        @Schema(example = "false") boolean hasMore,

        @Schema(example = "AAZNavk_ag4AAAAAAAAAAAABAZpwq0lNcAuAJyXd9nFHDjw4y1I") @Nullable String nextCursor,

        @Schema(example = "1") @Nullable Long totalCount) {

    public ExecutionListResponse {
        data = List.copyOf(data);
    }

    static ExecutionListResponse from(Page<Execution> page, @Nullable Long totalCount) {
        return new ExecutionListResponse(
                page.items().stream().map(ExecutionResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> ExecutionCursor.encode(last.position())),
                totalCount);
    }
}
