package dev.muster.web.shared;

import dev.muster.application.limit.Limits;
import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.LimitKey;
import dev.muster.domain.limit.RateLimit;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The limit on requests of one address, whoever they speak for (requirement A13), told in every answer it holds for
 * (draft-ietf-httpapi-ratelimit-headers).
 */
@Singleton
final class RequestLimit {

    private static final String ALLOWANCE = "muster.allowance";

    private final Limits limits;

    RequestLimit(Limits limits) {
        this.limits = limits;
    }

    /** Whether it holds for a path. What runs Muster, and what tells about it, is never refused. */
    static boolean holdsFor(String path) {
        return path.startsWith("/v1/") || path.startsWith("/oauth/");
    }

    /** Counts a request; the stage tells whether it may pass, and never waits long. */
    CompletionStage<HttpRequest<?>> count(HttpRequest<?> request) {
        return limits.take(limits.policy().requests(), LimitKey.ofAddress(Peer.address(request)))
                .thenApply(found -> {
                    found.ifPresent(allowance -> request.setAttribute(ALLOWANCE, allowance));
                    found.ifPresent(Limits::requireAllowed);
                    return request;
                });
    }

    /** Says in the answer's headers what the limit said to the request, if it was counted. */
    static void tell(HttpRequest<?> request, MutableHttpHeaders headers) {
        request.getAttribute(ALLOWANCE, Allowance.class).ifPresent(allowance -> {
            RateLimit limit = allowance.limit();
            headers.set(
                    "RateLimit-Policy",
                    "\"" + limit.name() + "\";q=" + limit.quota() + ";w="
                            + limit.window().toSeconds());
            headers.set(
                    "RateLimit",
                    "\"" + limit.name() + "\";r=" + allowance.remaining() + ";t=" + seconds(allowance.resetAfter()));
        });
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
