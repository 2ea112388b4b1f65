package dev.muster.web.shared;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Who is at the other end of the connection. */
public final class Peer {

    private Peer() {}

    /** The address in numbers, without the zone of a link-local one; null if the connection is gone. */
    public static @Nullable String address(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        if (address == null) {
            return null;
        }
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** Whether the other end is on this machine. */
    public static boolean isLocal(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address != null && address.isLoopbackAddress();
    }
}
