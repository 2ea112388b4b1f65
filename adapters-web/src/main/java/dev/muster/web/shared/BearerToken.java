package dev.muster.web.shared;

import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.Unauthenticated;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The access token that a request brings in its header (RFC 6750, section 2.1). */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** What a request brings where none is needed; null if that is nothing, or not one Bearer token. */
    public static @Nullable String find(HttpRequest<?> request) {
        return single(headers(request));
    }

    /** @throws Unauthenticated with MISSING_ACCESS_TOKEN, or with INVALID_ACCESS_TOKEN if it is not one Bearer token */
    static String require(HttpRequest<?> request) {
        List<String> headers = headers(request);
        if (headers.isEmpty()) {
            throw new Unauthenticated(SessionError.MISSING_ACCESS_TOKEN, "The request needs an access token.");
        }
        String token = single(headers);
        if (token == null) {
            throw new Unauthenticated(SessionError.INVALID_ACCESS_TOKEN, "The request needs one Bearer token.");
        }
        return token;
    }

    private static List<String> headers(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    }

    private static @Nullable String single(List<String> headers) {
        boolean bearer = headers.size() == 1 && headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? headers.getFirst().substring(SCHEME.length()).strip() : null;
    }
}
