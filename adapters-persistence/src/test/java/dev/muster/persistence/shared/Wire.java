package dev.muster.persistence.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between driver and server, and counts how often the driver sends: it sends all it has at once, and then waits for
 * the answer.
 */
final class Wire implements AutoCloseable {

    /** More than the driver's own buffer, so that what is sent at once arrives at once. */
    private static final int BUFFER = 1 << 16;

    /** Begins a notice, which comes by itself if the server says it unasked; the driver never begins with it. */
    private static final byte NOTICE = 'A';

    private final ServerSocket door;
    private final URI server;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean silent;
    private volatile boolean withholding;

    /** @param jdbcUrl of the server */
    Wire(String jdbcUrl) throws IOException {
        this.server = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The server by way of this. */
    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + door.getLocalPort() + server.getPath() + "?sslmode=disable";
    }

    int roundTripsOf(Runnable work) {
        int before = sent.get();
        work.run();
        return sent.get() - before;
    }

    /** Lets nothing through any more, and tells nobody. */
    void fallSilent() {
        silent = true;
    }

    /** Lets through what is sent from now on. */
    void speakAgain() {
        silent = false;
    }

    /** Drops what the server says unasked: a pooler in transaction mode knows nobody then who it could be for. */
    void withholdNotices() {
        withholding = true;
    }

    /** Lets notices through that come from now on. */
    void passNotices() {
        withholding = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket driver = door.accept();
                Socket backend = new Socket(server.getHost(), server.getPort() < 0 ? 5432 : server.getPort());
                Thread.ofVirtual().start(() -> copy(driver, backend, sent::incrementAndGet));
                Thread.ofVirtual().start(() -> copy(backend, driver, () -> {}));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, Runnable counter) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                counter.run();
                if (!silent && !(withholding && buffer[0] == NOTICE)) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException closed) {
            // One of both went, and the other is closed with it.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
