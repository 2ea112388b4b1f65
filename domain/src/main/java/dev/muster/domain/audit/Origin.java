package dev.muster.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, as far as it is known.
 *
 * @param ip address of the client, or null
 * @param userAgent the client's own description, or null
 * @param requestId of the request, or null
 */
public record Origin(
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String requestId) {
    /** Muster itself: a job or a command. */
    public static final Origin NONE = new Origin(null, null, null);
}
