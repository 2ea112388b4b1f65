package dev.muster.domain.audit;

import dev.muster.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, as far as it is known.
 *
 * @param ip address of the client, or null
 * @param userAgent the client's own description in printable ASCII, cut at 500 characters, or null
 * @param requestId what the answer has as X-Request-Id, or null
 */
public record Origin(
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String requestId) {
    /** Muster itself: a job or a command. */
    public static final Origin NONE = new Origin(null, null, null);

    private static final int MAX_USER_AGENT = 500;

    public Origin {
        userAgent = userAgent == null ? null : Text.printable(userAgent, MAX_USER_AGENT);
    }
}
