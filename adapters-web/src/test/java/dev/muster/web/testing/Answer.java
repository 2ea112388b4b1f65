package dev.muster.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Set;

/** What the server answered. */
public record Answer(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What some problems have besides what all have. */
    private static final Set<String> EXTENSIONS = Set.of("similar", "task");

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** The header's first value, or null. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public JsonNode json() {
        return parse(response.body());
    }

    /** The text of a member of the body, or null. */
    public String text(String member) {
        return json().path(member).asText(null);
    }

    /** This answer, if it has the status. */
    public Answer expect(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        return this;
    }

    /** This answer, if it is a sound problem with the status and the code. */
    public Answer expectProblem(int status, String code) {
        assertThat(response.statusCode()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.fieldNames())
                .toIterable()
                .filteredOn(name -> !EXTENSIONS.contains(name))
                .containsExactly("type", "title", "status", "detail", "instance", "code", "request_id", "errors");
        assertThat(problem.path("code").asText()).as(body()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("/docs/errors#" + code);
        assertThat(problem.path("request_id").asText()).isNotEmpty().isEqualTo(header("X-Request-Id"));
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
        return this;
    }

    /** This answer, if its first wrong place is this pointer with this code. */
    public Answer expectPlace(String pointer, String code) {
        JsonNode place = json().path("errors").path(0);
        assertThat(place.path("pointer").asText()).as(body()).isEqualTo(pointer);
        assertThat(place.path("code").asText()).as(body()).isEqualTo(code);
        return this;
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not JSON: " + json, malformed);
        }
    }
}
