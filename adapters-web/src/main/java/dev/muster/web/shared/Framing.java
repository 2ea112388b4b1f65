package dev.muster.web.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;

/**
 * Whether every reader of the connection sees the same requests. Where a proxy in front could see others, what one person
 * sends could become part of another's request.
 */
final class Framing {

    private Framing() {}

    /**
     * Refuses a coding that isn't chunked alone, and a host that is told twice, and closes the connection (RFC 9112, sections
     * 3.2 and 6.1).
     */
    static void requireClear(HttpRequest<?> request) {
        List<String> codings = request.getHeaders().getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean plain = codings.isEmpty() || String.join(",", codings).equalsIgnoreCase("chunked");
        if (!plain || request.getHeaders().getAll(HttpHeaders.HOST).size() > 1) {
            throw new Refusal(WebError.MALFORMED_REQUEST, "The request is not sound HTTP.")
                    .withHeader(HttpHeaders.CONNECTION, "close");
        }
    }
}
