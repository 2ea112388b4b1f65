package dev.muster.bootstrap.server;

import dev.muster.bootstrap.settings.Setting;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The port to listen on. Access tokens name their issuer, so it has to be known before anything listens: a free port is held until this is
 * closed, so that the connections made meanwhile do not take it.
 */
record ReservedSocket(int port, @Nullable ServerSocket held) implements AutoCloseable {

    /**
     * @throws StartupFailure if the host is none
     * @throws UncheckedIOException if the host is not this machine's
     */
    static ReservedSocket choose(Settings.Http http) {
        if (new InetSocketAddress(http.host(), http.port()).isUnresolved()) {
            throw new StartupFailure("Can't listen on " + http.host() + ": that is neither the name of a machine nor an"
                    + " address; set " + Setting.MUSTER_HOST + ".");
        }
        if (http.port() != 0) {
            return new ReservedSocket(http.port(), null);
        }
        try {
            var held = new ServerSocket();
            try {
                held.bind(new InetSocketAddress(http.host(), 0));
                return new ReservedSocket(held.getLocalPort(), held);
            } catch (IOException e) {
                held.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
