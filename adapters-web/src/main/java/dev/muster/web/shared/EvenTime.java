package dev.muster.web.shared;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Holds answers that must not tell whether there is an account until an even time after the request: what differs by the
 * way, a statement more or less, is not seen then (OWASP ASVS 5.0, 6.3.8). Keeps no thread waiting. Who is let in gets the
 * answer at once.
 */
@ServerFilter({"/v1/auth/register/**", "/v1/auth/login/**", "/v1/auth/recover/**"}) // with a slash at the end too
final class EvenTime implements Ordered {

    private static final String BEGUN = "muster.begun";

    private final long step;

    EvenTime(@Value("${" + WebServer.EVEN_STEP + "}") Duration step) {
        this.step = step.toNanos();
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(BEGUN, System.nanoTime());
    }

    @ResponseFilter
    CompletableFuture<MutableHttpResponse<?>> hold(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Long begun = request.getAttribute(BEGUN, Long.class).orElse(null);
        if (begun == null || step == 0 || response.code() == HttpStatus.OK.getCode()) {
            return CompletableFuture.completedFuture(response);
        }
        long left = step - (System.nanoTime() - begun) % step;
        return CompletableFuture.supplyAsync(
                () -> response, CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS));
    }

    /** Around whatever answers in the place of a route. */
    @Override
    public int getOrder() {
        return 0;
    }
}
