package dev.muster.web.idempotency;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the place of the route, where {@link IdempotencyFilter} has found an answer. By itself, as a filter that waits
 * for something can either go on with the request or answer it, but not choose.
 */
@ServerFilter(patterns = IdempotencyFilter.ROUTES, methods = HttpMethod.POST)
final class FirstAnswers implements Ordered {

    private static final String ATTRIBUTE = "muster.first-answer";

    static void hand(HttpRequest<?> request, HttpResponse<?> answer) {
        request.setAttribute(ATTRIBUTE, answer);
    }

    @RequestFilter
    @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, HttpResponse.class).orElse(null);
    }

    /** Right behind the other. */
    @Override
    public int getOrder() {
        return IdempotencyFilter.ORDER + 1;
    }
}
