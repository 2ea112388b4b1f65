package dev.muster.web.template;

import dev.muster.domain.shared.Page;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of templates.
 *
 * @param data by name
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 * @param totalCount how many there are in all pages, where count=true asked for it, or null
 */
@Schema(name = "TaskTemplateList")
public record TemplateListResponse(
        List<TemplateResponse> data,
        @Schema(example = "false") boolean hasMore,

        @Schema(example = "dGVzdAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB9R4Hp") @Nullable String nextCursor,

        @Schema(example = "1") @Nullable Long totalCount) {

    public TemplateListResponse {
        data = List.copyOf(data);
    }

    static TemplateListResponse from(Page<TaskTemplate> page, @Nullable Long totalCount) {
        return new TemplateListResponse(
                page.items().stream().map(TemplateResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> TemplateCursor.encode(last.name())),
                totalCount);
    }
}
