package dev.muster.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which text goes as it is, as slowly as a test wants, and with little room for what is not read. */
public final class RawConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BETWEEN_DROPS_MILLIS = 20;
    private static final int LITTLE_ROOM = 4096;

    private final Socket socket = new Socket();
    private final StringBuilder received = new StringBuilder();

    RawConnection(int port) {
        try {
            socket.setReceiveBufferSize(LITTLE_ROOM);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public RawConnection send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Sends a little again and again, as long as the server takes it, and returns all that came until it closed. */
    public String dripUntilClosed(String drop) {
        long begin = System.nanoTime();
        while (receive(BETWEEN_DROPS_MILLIS)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("The server still takes what drips in, and answered: " + received);
            }
            try {
                send(drop);
            } catch (UncheckedIOException closed) {
                return untilClosed();
            }
        }
        return received.toString();
    }

    /** Returns all that came until the server closed. */
    public String untilClosed() {
        long begin = System.nanoTime();
        while (receive((int) PATIENCE.toMillis())) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("The server does not close, and answered: " + received);
            }
        }
        return received.toString();
    }

    /** Returns all that came until there was this text. */
    public String until(String text) {
        while (received.indexOf(text) < 0) {
            if (!receive((int) PATIENCE.toMillis())) {
                throw new AssertionError("The server closed, and answered: " + received);
            }
        }
        return received.toString();
    }

    /** Waits for some more; false if nothing can come any more. */
    private boolean receive(int millis) {
        try {
            socket.setSoTimeout(millis);
            byte[] some = new byte[LITTLE_ROOM];
            int length = socket.getInputStream().read(some);
            if (length > 0) {
                received.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
            }
            return length >= 0;
        } catch (SocketTimeoutException nothingYet) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
