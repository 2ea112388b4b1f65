package dev.muster.web.shared;

import dev.muster.domain.shared.Page;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What leads from one page of a list to the next. */
public final class NextPage {

    private NextPage() {}

    /** The cursor of the page after this one, or null after the last. */
    public static <T> @Nullable String cursor(Page<T> page, Function<T, String> ofLastItem) {
        return page.hasMore() ? ofLastItem.apply(page.items().getLast()) : null;
    }

    /** A list as the answer, with a header Link to its next page if there is one (RFC 8288). */
    public static <L> HttpResponse<L> linked(HttpRequest<?> request, L list, @Nullable String nextCursor) {
        MutableHttpResponse<L> response = HttpResponse.ok(list);
        return nextCursor == null ? response : response.header(HttpHeaders.LINK, link(request, nextCursor));
    }

    /** This request's path and query with another cursor. */
    private static String link(HttpRequest<?> request, String nextCursor) {
        List<String> query = new ArrayList<>();
        request.getParameters().asMap().forEach((name, values) -> {
            if (!name.equals(PageParameters.CURSOR)) {
                values.forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
            }
        });
        query.add(PageParameters.CURSOR + "=" + nextCursor);
        return "<" + request.getPath() + "?" + String.join("&", query) + ">; rel=\"next\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
