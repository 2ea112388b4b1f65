package dev.muster.bootstrap.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Someone who calls Muster.
 *
 * @param contract what every exchange has to keep to, or null for those that leave it on purpose
 * @param token the access token, or null for someone unknown
 */
public record Caller(
        URI address,
        @Nullable OpenApiContract contract,
        @Nullable String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Someone unknown, held to the document that is served at the address. */
    public static Caller at(URI address) {
        String document =
                new Caller(address, null, null).get("/openapi.yaml").expect(200).body();
        return new Caller(address, OpenApiContract.of(document), null);
    }

    public Caller withToken(@Nullable String other) {
        return new Caller(address, contract, other);
    }

    /** The same, where no document tells what has to be. */
    public Caller undocumented() {
        return new Caller(address, null, token);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, @Nullable String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /**
     * Sends one request, with names and values of headers in turn; a body is JSON unless they say otherwise.
     *
     * @throws UncheckedIOException if no answer comes
     */
    public Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.setHeader(headers[i], headers[i + 1]);
        }
        HttpRequest request = builder.build();
        HttpResponse<String> response = answer(request);
        if (contract != null) {
            contract.check(request, body, response);
        }
        return Answer.of(response);
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
