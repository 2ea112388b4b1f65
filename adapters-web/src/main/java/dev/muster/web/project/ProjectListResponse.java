package dev.muster.web.project;

import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Page;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of projects.
 *
 * @param data newest first
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "ProjectList")
public record ProjectListResponse(
        List<ProjectResponse> data,
        @Schema(example = "false") boolean hasMore,

        @Schema(example = "AAZNavk_ag4AAAAAAAAAAAABAZpwq0lNcAuAJyXd9nFHDjw4y1I") @Nullable String nextCursor,

        @Schema(example = "1") @Nullable Long totalCount) {

    public ProjectListResponse {
        data = List.copyOf(data);
    }

    static ProjectListResponse from(Page<Project> page, @Nullable Long totalCount) {
        return new ProjectListResponse(
                page.items().stream().map(ProjectResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> ProjectCursor.encode(last.position())),
                totalCount);
    }
}
