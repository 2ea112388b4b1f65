package dev.muster.web.shared;

import io.micronaut.http.HttpMessage;
import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Gives every request an id: the client's own when it is a sane one, else one that no other request of any node has. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "muster.request-id";
    private static final int MAX_LENGTH = 128;

    /** A random part for the process and a count: unique, and far cheaper than random ids on every request. */
    private static final String PROCESS = HexFormat.of().toHexDigits(new SecureRandom().nextLong()) + "-";

    private static final AtomicLong COUNT = new AtomicLong();

    private RequestIds() {}

    /** The id that the answer already has, or else the request's, or else a new one. */
    static String of(HttpRequest<?> request, HttpMessage<?> answer) {
        String chosen = answer.getHeaders().get(HEADER);
        return chosen == null ? known(request) : chosen;
    }

    /** The id that the answer will have. */
    static String of(HttpRequest<?> request) {
        String id = known(request);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String known(HttpRequest<?> request) {
        String sent = request.getHeaders().get(HEADER);
        if (sent != null && isSane(sent)) {
            return sent;
        }
        return request.getAttribute(ATTRIBUTE)
                .map(Object::toString)
                .orElseGet(() -> PROCESS + Long.toHexString(COUNT.incrementAndGet()));
    }

    private static boolean isSane(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
