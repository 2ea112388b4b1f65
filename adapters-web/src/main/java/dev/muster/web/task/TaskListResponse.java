package dev.muster.web.task;

import dev.muster.domain.shared.Page;
import dev.muster.domain.task.ListedTask;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of tasks.
 *
 * @param data in the order that was asked for
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "TaskList")
public record TaskListResponse(
        List<TaskResponse> data,
        @Schema(example = "false") boolean hasMore,

        @Schema(example = "AAAAAAAGTWr5P2oOAAZNavk_ag4AAAAAAAAAAAABAZpwq0lNcAuAJyXd9nFHDjw4y1I") @Nullable String nextCursor,

        @Schema(example = "1") @Nullable Long totalCount) {

    public TaskListResponse {
        data = List.copyOf(data);
    }

    static TaskListResponse from(Page<ListedTask> page, @Nullable Long totalCount) {
        return new TaskListResponse(
                page.items().stream()
                        .map(listed -> TaskResponse.from(listed.task()))
                        .toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> TaskCursor.encode(last.position())),
                totalCount);
    }
}
