package dev.muster.web.shared;

import dev.muster.domain.audit.Origin;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Tells where the request comes from that the calling thread works for; nowhere on a thread that works for none. */
@Singleton
final class RequestOrigin implements Supplier<Origin> {

    @Override
    public Origin get() {
        return ServerRequestContext.currentRequest().map(RequestOrigin::of).orElse(Origin.NONE);
    }

    private static Origin of(HttpRequest<?> request) {
        return new Origin(
                Peer.address(request), request.getHeaders().get(HttpHeaders.USER_AGENT), RequestIds.of(request));
    }
}
