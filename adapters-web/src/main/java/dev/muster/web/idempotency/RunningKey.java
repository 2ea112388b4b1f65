package dev.muster.web.idempotency;

import dev.muster.domain.idempotency.KeyClaim;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the key of the request that the calling thread works for, from where it was begun to its answer. */
@Singleton
final class RunningKey implements Supplier<Optional<KeyClaim>> {

    private static final String ATTRIBUTE = "muster.idempotency-claim";

    @Override
    public Optional<KeyClaim> get() {
        return ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(ATTRIBUTE, KeyClaim.class));
    }

    static void begin(HttpRequest<?> request, KeyClaim claim) {
        request.setAttribute(ATTRIBUTE, claim);
    }

    /** The claim, which ends here; null if there is none. */
    static @Nullable KeyClaim end(HttpRequest<?> request) {
        return request.removeAttribute(ATTRIBUTE, KeyClaim.class).orElse(null);
    }
}
