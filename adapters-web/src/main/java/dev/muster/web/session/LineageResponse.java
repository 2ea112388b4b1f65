package dev.muster.web.session;

import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.shared.Page;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the refresh tokens of a session.
 *
 * @param data in the order of their issue
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 */
@Schema(name = "Lineage")
public record LineageResponse(
        List<LineageEntryResponse> data,
        boolean hasMore,
        @Nullable String nextCursor) {

    public LineageResponse {
        data = List.copyOf(data);
    }

    static LineageResponse from(Page<RefreshToken> page) {
        return new LineageResponse(
                page.items().stream().map(LineageEntryResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> LineageCursor.encode(last.id())));
    }
}
