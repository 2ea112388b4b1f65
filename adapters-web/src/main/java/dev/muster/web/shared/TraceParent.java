package dev.muster.web.shared;

import org.jspecify.annotations.Nullable;

/** The header that joins a request to a trace (W3C Trace Context, section 3.2). */
final class TraceParent {

    static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);

    private TraceParent() {}

    /** The trace id, or null if there is no header or it is not a valid one of version 00. */
    static @Nullable String traceId(@Nullable String header) {
        if (header == null || header.length() != LENGTH || !header.startsWith("00-")) {
            return null;
        }
        String trace = header.substring(3, 35);
        String parent = header.substring(36, 52);
        boolean sound = header.charAt(35) == '-'
                && header.charAt(52) == '-'
                && isHex(trace + parent + header.substring(53))
                && !trace.equals(NO_TRACE)
                && !parent.equals(NO_PARENT);
        return sound ? trace : null;
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
