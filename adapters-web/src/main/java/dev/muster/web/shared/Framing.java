package dev.muster.web.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether every reader of the connection sees the same requests. Where a proxy in front could see others, what one person
 * sends could become part of another's request.
 */
final class Framing {

    /** A name or an address, and a port (RFC 9110, section 7.2). It may be empty, but names nobody's user. */
    private static final Pattern HOST = Pattern.compile("(\\[[\\w:.~%-]+]|[\\w.~!$&'()*+,;=%-]*)(:\\d*)?");

    private Framing() {}

    /**
     * Refuses a coding that isn't chunked alone, and a host that isn't told, told twice or none, and closes the connection
     * (RFC 9112, sections 3.2 and 6.1).
     */
    static void requireClear(HttpRequest<?> request) {
        List<String> codings = request.getHeaders().getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean plain = codings.isEmpty() || String.join(",", codings).equalsIgnoreCase("chunked");
        if (!plain || !hasClearHost(request)) {
            throw new Refusal(WebError.MALFORMED_REQUEST, "The request is not sound HTTP.")
                    .withHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    private static boolean hasClearHost(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
        return switch (hosts.size()) {
            case 0 -> !needsHost(request);
            case 1 -> HOST.matcher(hosts.getFirst()).matches();
            default -> false;
        };
    }

    /** HTTP/1.0 had none (RFC 9112, appendix C.1.1). */
    private static boolean needsHost(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                && netty.getNativeRequest().protocolVersion().compareTo(HttpVersion.HTTP_1_1) >= 0;
    }
}
