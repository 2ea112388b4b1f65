package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What Muster answered. */
public record Answer(int status, HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PROBLEM =
            List.of("type", "title", "status", "detail", "instance", "code", "request_id", "errors");

    /** What some problems have besides. */
    private static final List<String> EXTENSIONS = List.of("similar", "task");

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response);
    }

    /** The header's only value, or an empty text. */
    public String header(String name) {
        List<String> values = response.headers().allValues(name);
        assertThat(values).as(name).hasSizeLessThan(2);
        return values.isEmpty() ? "" : values.getFirst();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(body(), malformed);
        }
    }

    /** A member of the body as text. */
    public String text(String member) {
        return json().required(member).asText();
    }

    public Answer expect(int wanted) {
        assertThat(status).as(body()).isEqualTo(wanted);
        return this;
    }

    /** A problem in the one form that all have (RFC 9457). */
    public Answer expectProblem(int wanted, String code) {
        expect(wanted);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        JsonNode problem = json();
        Set<String> members = new TreeSet<>();
        problem.fieldNames().forEachRemaining(members::add);
        members.removeAll(EXTENSIONS);
        assertThat(members).containsExactlyInAnyOrderElementsOf(PROBLEM);
        assertThat(text("code")).as(body()).isEqualTo(code);
        assertThat(problem.required("status").asInt()).isEqualTo(wanted);
        assertThat(text("type")).isEqualTo("/docs/errors#" + code);
        assertThat(text("request_id")).isNotEmpty().isEqualTo(header("X-Request-Id"));
        return this;
    }
}
