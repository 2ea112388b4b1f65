package dev.muster.web.shared;

import dev.muster.domain.shared.PageRequest;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every list understands in its query.
 *
 * @param limit how many items a page has at most
 * @param cursor where the page begins, as the page before said, or null for the first
 * @param count whether to count the items of all pages
 */
public record PageParameters(int limit, @Nullable String cursor, boolean count) {

    static final String CURSOR = "cursor";

    /** @throws Refusal if one of them has a value that it can't have */
    public static PageParameters of(HttpRequest<?> request) {
        Map<String, List<String>> query = request.getParameters().asMap();
        return new PageParameters(limit(first(query, "limit")), first(query, CURSOR), flag(query, "count"));
    }

    /** A parameter that is true or false; absent is false. */
    public static boolean flag(Map<String, List<String>> query, String name) {
        String value = first(query, name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw Refusal.ofParameter(WebError.INVALID_PARAMETER, name, "must be true or false");
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int limit = digits ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw Refusal.ofParameter(
                    WebError.INVALID_PARAMETER, "limit", "must be a whole number from 1 to " + PageRequest.MAX_LIMIT);
        }
        return limit;
    }

    private static @Nullable String first(Map<String, List<String>> query, String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.getFirst();
    }
}
