package dev.muster.web.shared;

import dev.muster.domain.session.Principal;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks: the other end of the connection, or whom a trusted proxy there speaks for. */
public final class Peer {

    private static final String ATTRIBUTE = "muster.peer";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private Peer() {}

    /** Finds out who asks, for all who want to know later. */
    static void identify(HttpRequest<?> request, TrustedProxies proxies) {
        List<String> forwardedFor = request.getHeaders().getAll(FORWARDED_FOR);
        if (!forwardedFor.isEmpty()) {
            InetAddress client = proxies.client(connected(request), forwardedFor);
            if (client != null) {
                request.setAttribute(ATTRIBUTE, client);
            }
        }
    }

    /** The address in numbers, without the zone of a link-local one; null if the connection is gone. */
    public static @Nullable String address(HttpRequest<?> request) {
        InetAddress address = inetAddress(request);
        if (address == null) {
            return null;
        }
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** Whom {@link RequestGate} let in, or null for somebody unknown. */
    public static @Nullable Principal principal(HttpRequest<?> request) {
        return request.getAttribute(RequestGate.PRINCIPAL, Principal.class).orElse(null);
    }

    /** Whether who asks is on this machine, and no proxy on it that asks for someone else. */
    public static boolean isLocal(HttpRequest<?> request) {
        InetAddress address = connected(request);
        return address != null
                && address.isLoopbackAddress()
                && !request.getHeaders().contains(FORWARDED_FOR)
                && !request.getHeaders().contains("Forwarded");
    }

    private static @Nullable InetAddress inetAddress(HttpRequest<?> request) {
        InetAddress client = request.getAttribute(ATTRIBUTE, InetAddress.class).orElse(null);
        return client == null ? connected(request) : client;
    }

    private static @Nullable InetAddress connected(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress();
    }
}
