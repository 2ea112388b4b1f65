package dev.muster.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** One mechanism for all: whoever adds a POST has it. */
class IdempotentRoutesTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private static final String TOKEN = muster.admin().token();

    @TestFactory
    List<DynamicTest> everyPostOfTheApiReadsTheKey() {
        assertThat(posts()).hasSizeGreaterThan(15);
        return posts().stream()
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> new Sender(muster)
                                .post(concrete(path), TOKEN, "{}", "two words")
                                .expectProblem(400, "invalid_idempotency_key")))
                .toList();
    }

    @Test
    void oauthHasItsOwnWays() {
        Answer answer = muster.send(new Sender(muster)
                .request("/oauth/token", null, "grant_type=refresh_token&refresh_token=x", "two words")
                .setHeader("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.expect(400).text("error")).isEqualTo("invalid_grant");
    }

    @TestFactory
    List<DynamicTest> everyPostOfTheApiDocumentsIt() {
        Map<String, Object> document =
                new Yaml().load(muster.get("/openapi.yaml", null).body());
        return posts().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    Map<String, Object> post = at(document, "paths", path, "post");
                    assertThat((List<?>) post.get("parameters"))
                            .asString()
                            .contains("#/components/parameters/IdempotencyKey");
                    Map<String, Object> responses = at(post, "responses");
                    assertThat(responses).containsKeys("409", "422");
                    assertThat(responses.keySet())
                            .filteredOn(status -> !status.startsWith("5"))
                            .allSatisfy(status ->
                                    assertThat(at(responses, status, "headers")).containsKey("Idempotency-Replayed"));
                }))
                .toList();
    }

    @Test
    void documentNamesTheHeaderOnce() {
        Map<String, Object> document =
                new Yaml().load(muster.get("/openapi.yaml", null).body());

        assertThat(at(document, "components", "parameters", "IdempotencyKey"))
                .containsEntry("name", KeyHeader.NAME)
                .containsEntry("in", "header")
                .containsEntry("required", false);
        assertThat(at(document, "components", "headers")).containsOnlyKeys("IdempotencyReplayed");
        assertThat(at(document, "paths", "/v1/tasks", "get").get("parameters"))
                .asString()
                .doesNotContain("IdempotencyKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a", "a b", "\"a\"; b=1", "\"a\"b\"", "\"a\\b\"", "\"two words\"", "é", "a, b"})
    void whatIsNoKeyIsRefused(String header) {
        refused("Idempotency-Key: " + header + "\r\n");
    }

    @Test
    void keyIsSentOnceAndHasABound() {
        refused("Idempotency-Key: a\r\nIdempotency-Key: a\r\n");
        refused("Idempotency-Key:\r\n");
        refused("Idempotency-Key: " + "x".repeat(256) + "\r\n");
        Sender send = new Sender(muster);
        send.post("/v1/tasks", TOKEN, "{\"title\": \"Longest\"}", "x".repeat(255))
                .expect(201);
        send.post("/v1/tasks", TOKEN, "{\"title\": \"Longest\"}", "\"" + "x".repeat(255) + "\"")
                .expect(201);
    }

    @Test
    void quotedKeyIsTheSameKey() {
        Sender send = new Sender(muster);
        String first = send.post("/v1/tasks", TOKEN, "{\"title\": \"Quoted\"}", "a\"b\\c")
                .expect(201)
                .text("id");

        assertThat(send.post("/v1/tasks", TOKEN, "{\"title\": \"Quoted\"}", "\"a\\\"b\\\\c\"")
                        .expect(201)
                        .text("id"))
                .isEqualTo(first);
    }

    private static void refused(String header) {
        String answer = muster.rawHead("POST /v1/auth/logout HTTP/1.1\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Length: 0\r\n" + header);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("invalid_idempotency_key");
    }

    private static String concrete(String path) {
        return path.replace("{role}", "user").replaceAll("\\{[^}]+}", "1");
    }

    private static Set<String> posts() {
        Set<String> posts = new TreeSet<>();
        muster.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .map(IdempotentRoutesTest::path)
                .filter(path -> !path.startsWith("/oauth/"))
                .forEach(posts::add);
        return posts;
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> node, String... path) {
        Map<String, Object> found = node;
        for (String step : path) {
            found = (Map<String, Object>) found.get(step);
        }
        return found;
    }
}
