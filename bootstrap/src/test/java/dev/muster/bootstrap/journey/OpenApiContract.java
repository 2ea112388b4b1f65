package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The OpenAPI document as a contract that exchanges are held against: route, query, status, media type and both bodies.
 * Every answer has to be documented; a request only where it was served, as those that leave the contract are refused.
 */
public final class OpenApiContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final BodySchemas bodies;

    private OpenApiContract(JsonNode document) {
        this.document = document;
        this.bodies = new BodySchemas(document.required("components").required("schemas"));
    }

    /** @param yaml the document */
    public static OpenApiContract of(String yaml) {
        JsonNode document = JSON.valueToTree(new Yaml().<Map<String, Object>>load(yaml));
        assertThat(document.required("openapi").asText()).startsWith("3.1.");
        return new OpenApiContract(document);
    }

    /** All routes, such as {@code GET /v1/tasks/{id}}. */
    public List<String> routes() {
        List<String> routes = new ArrayList<>();
        document.required("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry(
                        (method, operation) -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }

    /** @throws AssertionError if the exchange is not one that the document describes */
    void check(HttpRequest request, @Nullable String sent, HttpResponse<String> response) {
        String exchange = request.method() + " " + request.uri().getPath() + " -> " + response.statusCode();
        JsonNode operation = operation(request.method(), request.uri());
        assertThat(operation).as("no route is documented for " + exchange).isNotNull();
        checkAnswer(exchange, operation.required("responses"), response);
        if (response.statusCode() < 400) {
            checkQuery(exchange, operation, request.uri());
            checkRequestBody(exchange, operation, request, sent);
        }
    }

    /** Of several paths that match, the one with the fewest parameters is meant. */
    private @Nullable JsonNode operation(String method, URI uri) {
        String[] steps = uri.getPath().split("/");
        return document.required("paths").properties().stream()
                .filter(path -> matches(path.getKey().split("/"), steps))
                .min(Comparator.comparing(path -> path.getKey().split("\\{").length))
                .map(path -> path.getValue().get(method.toLowerCase(Locale.ROOT)))
                .orElse(null);
    }

    private static boolean matches(String[] template, String[] steps) {
        boolean same = template.length == steps.length;
        for (int i = 0; same && i < steps.length; i++) {
            same = template[i].startsWith("{") || template[i].equals(steps[i]);
        }
        return same;
    }

    private void checkAnswer(String exchange, JsonNode responses, HttpResponse<String> response) {
        String status = Integer.toString(response.statusCode());
        JsonNode documented = responses.has(status) ? responses.get(status) : responses.path(status.charAt(0) + "XX");
        assertThat(documented.isObject())
                .as("no such status is documented: " + exchange)
                .isTrue();
        checkBody(
                exchange,
                documented.path("content"),
                response.headers().firstValue("Content-Type"),
                response.body(),
                bodies.ofAnswers());
    }

    private void checkRequestBody(String exchange, JsonNode operation, HttpRequest request, @Nullable String sent) {
        checkBody(
                exchange,
                operation.path("requestBody").path("content"),
                request.headers().firstValue("Content-Type"),
                sent == null ? "" : sent,
                bodies.ofRequests());
    }

    private static void checkBody(
            String exchange, JsonNode content, Optional<String> type, String body, BodySchemas.Checked schemas) {
        if (content.isEmpty()) {
            assertThat(body).as("no body is documented: " + exchange).isEmpty();
            return;
        }
        String media = type.orElse("").replaceFirst(";.*", "");
        assertThat(content.has(media))
                .as("no %s is documented: %s", media, exchange)
                .isTrue();
        if (!media.endsWith("json")) {
            return; // a file, which no schema describes
        }
        assertThat(schemas.faults(content.get(media).required("schema"), parse(body)))
                .as(exchange + "\n" + body)
                .isEmpty();
    }

    private static void checkQuery(String exchange, JsonNode operation, URI uri) {
        List<String> documented = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                documented.add(parameter.required("name").asText());
            }
        });
        if (uri.getRawQuery() != null) {
            assertThat(Arrays.stream(uri.getRawQuery().split("&")).map(pair -> pair.replaceFirst("=.*", "")))
                    .as("query of " + exchange)
                    .isSubsetOf(documented);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            throw new UncheckedIOException(body, malformed);
        }
    }
}
