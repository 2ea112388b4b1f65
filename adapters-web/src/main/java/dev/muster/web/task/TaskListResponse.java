package dev.muster.web.task;

import dev.muster.domain.shared.Page;
import dev.muster.domain.task.Task;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of tasks.
 *
 * @param data newest first
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "TaskList")
public record TaskListResponse(
        List<TaskResponse> data,
        boolean hasMore,
        @Nullable String nextCursor,
        @Nullable Long totalCount) {

    public TaskListResponse {
        data = List.copyOf(data);
    }

    static TaskListResponse from(Page<Task> page, @Nullable Long totalCount) {
        return new TaskListResponse(
                page.items().stream().map(TaskResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> TaskCursor.encode(last.position())),
                totalCount);
    }
}
