package dev.muster.web.idempotency;

import dev.muster.application.idempotency.BeginRequest;
import dev.muster.domain.idempotency.Caller;
import dev.muster.domain.idempotency.IdempotencyError;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Conflict;
import dev.muster.web.shared.Peer;
import dev.muster.web.shared.Problems;
import dev.muster.web.shared.Workers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Runs a POST that carries a key once, and answers its repeats with the answer to the first. Without the header nothing is
 * done. Stands behind all other filters: limits and tokens are asked for before it, of repeats too, and whatever they add
 * to an answer they add to a repeated one.
 */
@ServerFilter(patterns = IdempotencyFilter.ROUTES, methods = HttpMethod.POST)
final class IdempotencyFilter implements Ordered {

    /** Not /oauth: RFC 6749 has its own words, and a grant is used once anyway. */
    static final String ROUTES = "/v1/**";

    static final int ORDER = LOWEST_PRECEDENCE - 1;

    private final BeginRequest beginRequest;
    private final Settlement settlement;
    private final Problems problems;
    private final ExecutorService workers;

    IdempotencyFilter(
            BeginRequest beginRequest,
            Settlement settlement,
            Problems problems,
            @Named(Workers.DATABASE) ExecutorService workers) {
        this.beginRequest = beginRequest;
        this.settlement = settlement;
        this.problems = problems;
        this.workers = workers;
    }

    /** Claims the key; the answer to the first request, or a refusal, is handed to {@link FirstAnswers}. */
    @RequestFilter
    CompletableFuture<HttpRequest<?>> begin(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll(KeyHeader.NAME);
        if (headers.isEmpty() || RouteAttributes.getRouteMatch(request).isEmpty()) {
            return CompletableFuture.completedFuture(request);
        }
        String key = KeyHeader.parse(headers);
        return body(request).thenApplyAsync(body -> begin(request, key, body), workers);
    }

    private HttpRequest<?> begin(HttpRequest<?> request, String key, byte[] body) {
        try {
            BeginRequest.Begun begun =
                    beginRequest.begin(caller(request), key, RequestDigest.of(request, body, Peer.principal(request)));
            if (begun.firstAnswer() == null) {
                RunningKey.begin(request, begun.claim());
            } else {
                FirstAnswers.hand(request, KeptAnswer.replay(begun.firstAnswer()));
            }
        } catch (Conflict conflict) {
            MutableHttpResponse<?> answer = problems.answer(request, conflict);
            if (conflict.code() == IdempotencyError.IDEMPOTENCY_KEY_IN_USE) {
                answer.header(HttpHeaders.RETRY_AFTER, "1");
            }
            FirstAnswers.hand(request, answer);
        }
        return request;
    }

    @ResponseFilter
    CompletableFuture<MutableHttpResponse<?>> end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        KeyClaim claim = RunningKey.end(request);
        return claim == null
                ? CompletableFuture.completedFuture(response)
                : settlement.settle(claim, request, response);
    }

    private static Caller caller(HttpRequest<?> request) {
        Principal principal = Peer.principal(request);
        return principal == null ? Caller.anonymous(Peer.address(request)) : Caller.of(principal.user());
    }

    /** A copy: the route still finds its body. */
    private static CompletableFuture<byte[]> body(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            throw new IllegalStateException("the server has requests of another kind: " + request.getClass());
        }
        return server.byteBody()
                .split(SplitBackpressureMode.FASTEST)
                .buffer()
                .thenApply(IdempotencyFilter::bytes)
                .toCompletableFuture();
    }

    private static byte[] bytes(CloseableAvailableByteBody body) {
        try (body) {
            return body.toByteArray();
        }
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
