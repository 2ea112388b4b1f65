package dev.muster.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that gives everybody the same answer, and notes what it was asked: method, path, token and body in a line. */
record AnsweringServer(HttpServer server, List<String> asked) implements AutoCloseable {

    private static final int NO_BODY = -1;

    static AnsweringServer with(int status, String body) {
        return with(status, body, "");
    }

    /** @param location where to go on */
    static AnsweringServer with(int status, String body, String location) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var answering = new AnsweringServer(server, new CopyOnWriteArrayList<>());
            server.createContext("/", exchange -> answering.answer(exchange, status, body, location));
            server.start();
            return answering;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, int status, String body, String location) throws IOException {
        try (exchange) {
            asked.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? NO_BODY : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
