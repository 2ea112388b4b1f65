package dev.muster.web.user;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roles; all on one page, as there are no more than one holds.
 *
 * @param data by name
 * @param hasMore always false
 * @param nextCursor always null
 */
@Schema(name = "RoleList")
public record RoleListResponse(
        List<RoleResponse> data, boolean hasMore, @Nullable String nextCursor) {

    public RoleListResponse {
        data = List.copyOf(data);
    }
}
