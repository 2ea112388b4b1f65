package dev.muster.web.session;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where someone is signed in; all on one page, as nobody has more sessions than one holds.
 *
 * @param data the last used first
 * @param hasMore always false
 * @param nextCursor always null
 */
@Schema(name = "SessionList")
public record SessionListResponse(
        List<SessionResponse> data,
        boolean hasMore,
        @Nullable String nextCursor) {

    public SessionListResponse {
        data = List.copyOf(data);
    }
}
