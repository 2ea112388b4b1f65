package dev.muster.web.shared;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/** Puts the headers that every answer has on every answer. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AnswerHeaders implements Ordered {

    private static final List<String> PERSONAL = List.of("/v1/", "/oauth/");

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        set(request, response);
    }

    /** Sets what is not set yet. */
    static void set(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        if (headers.contains(RequestIds.HEADER)) {
            return;
        }
        headers.set(RequestIds.HEADER, RequestIds.of(request, response));
        headers.set("X-Content-Type-Options", "nosniff");
        RequestLimit.tell(request, headers);
        if (PERSONAL.stream().anyMatch(request.getPath()::startsWith) || response.code() >= 400) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Before all others, so that it sees their answers too. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
