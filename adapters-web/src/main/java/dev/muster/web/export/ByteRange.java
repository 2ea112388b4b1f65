package dev.muster.web.export;

import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file that are wanted (RFC 9110, section 14).
 *
 * @param first where they begin, from 0
 * @param length how many they are
 * @param total the length of the file
 * @param isPart whether a part was asked for, even if it is the whole
 */
record ByteRange(long first, long length, long total, boolean isPart) {

    /** One range, or a suffix; each number of at most 18 digits fits a long. */
    private static final Pattern ONE = Pattern.compile("(?i:bytes)=[ \\t]*([0-9]{0,18})-([0-9]{0,18})[ \\t]*");

    static ByteRange whole(long total) {
        return new ByteRange(0, total, total, false);
    }

    /**
     * What the header Range asks for. Several ranges, other units and what is malformed mean the whole file, as the section
     * allows.
     *
     * @throws Refusal with RANGE_NOT_SATISFIABLE if there is nothing of the file in the range
     */
    static ByteRange of(@Nullable String header, long total) {
        Matcher one = ONE.matcher(header == null ? "" : header);
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return whole(total);
        }
        if (one.group(1).isEmpty()) {
            long length = Math.min(total, Long.parseLong(one.group(2)));
            return part(total - length, total, total);
        }
        long first = Long.parseLong(one.group(1));
        long end = one.group(2).isEmpty() ? total : Math.min(total, Long.parseLong(one.group(2)) + 1);
        if (!one.group(2).isEmpty() && Long.parseLong(one.group(2)) < first) {
            return whole(total);
        }
        return part(first, end, total);
    }

    private static ByteRange part(long first, long end, long total) {
        if (first >= end) {
            throw new Refusal(
                            WebError.RANGE_NOT_SATISFIABLE,
                            "The file has " + total + " bytes, of which none is in the range.")
                    .withHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + total);
        }
        return new ByteRange(first, end - first, total, true);
    }

    HttpStatus status() {
        return isPart ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK;
    }

    /** The value of Content-Range. */
    String contentRange() {
        return "bytes " + first + "-" + (first + length - 1) + "/" + total;
    }
}
