package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that say nothing sound are refused or passed over, as documented. */
class BadHeaderHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private static final Person ann = muster.signUp();
    private static final String task = "/v1/tasks/" + muster.task(ann, "Target");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Basic YTpi",
                "x",
                "",
                "Bearer null",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Bearer \u00e4\u00f6"
            })
    void tokenThatIsNoneIsRefused(String header) {
        String answer = muster.rawHead("GET /v1/me HTTP/1.1\r\nAuthorization: " + header + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 401 ")
                .contains("invalid_access_token")
                .containsIgnoringCase("www-authenticate: Bearer error=\"invalid_token\"");
    }

    @Test
    void secondTokenIsRefused() {
        String bearer = "Authorization: Bearer " + ann.token() + "\r\n";

        assertThat(muster.rawHead("GET /v1/me HTTP/1.1\r\n" + bearer)).startsWith("HTTP/1.1 200 ");
        assertThat(muster.rawHead("GET /v1/me HTTP/1.1\r\n" + bearer + bearer)).startsWith("HTTP/1.1 401 ");
        assertThat(muster.rawHead("GET /v1/me HTTP/1.1\r\n" + bearer.replace("Bearer", "bEARER")))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.org", "null"})
    void originIsPassedOverAndAllowedNothing(String origin) {
        Answer answer = muster.send(muster.request("/v1/me", ann.token()).header("Origin", origin))
                .expect(200);

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "1\"", "\"1\" \"2\"", "\"1\",", ",\"1\"", "W/1", "w/\"1\"", "**", "\"1\", x"})
    void entityTagThatIsNoneIsRefused(String tag) {
        muster.send(muster.request(task, ann.token()).header("If-None-Match", tag))
                .expectProblem(400, "invalid_header");
        muster.send(muster.request(task, ann.token()).header("If-Match", tag).DELETE())
                .expectProblem(400, "invalid_header");
    }

    @Test
    void tooManyEntityTagsAreRefused() {
        muster.send(muster.request(task, ann.token()).header("If-None-Match", "\"x\"" + ", \"x\"".repeat(100)))
                .expectProblem(400, "invalid_header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "image/*",
                "text/*",
                "application/*;q=0",
                "application/* ; Q=0.00"
            })
    void answerOfAnotherTypeIsNotGiven(String accept) {
        Answer answer = muster.send(muster.request("/v1/me", ann.token()).header("Accept", accept));

        answer.expectProblem(406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html, application/json;q=0.5",
                "application/json; charset=utf-8",
                "application/*",
                "Application/*",
                "APPLICATION/JSON",
                "application/json;q=0.5",
                "application/*;q=0.1",
                "text/html, application/*;q=0.1",
                "application/*; charset=utf-8, image/*"
            })
    void answerOfAnAcceptedTypeIsGiven(String accept) {
        Answer answer = muster.send(muster.request("/v1/me", ann.token()).header("Accept", accept))
                .expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        muster.send(muster.request("/v1/nothing", ann.token()).header("Accept", accept))
                .expectProblem(404, "route_not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.yaml, application/*, application/yaml",
        "/docs, text/*, text/html",
        "/docs/errors, 'image/*, text/*;q=0.2', text/plain; charset=utf-8",
        "/.well-known/jwks.json, application/*, application/json"
    })
    void rangeHoldsTheTypeOfTheRoute(String path, String accept, String type) {
        Answer answer =
                muster.send(muster.request(path).header("Accept", accept)).expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void whoAcceptsProblemsAloneIsServed() {
        String problems = "application/problem+json";
        String unwanted = "/v1/tasks/" + muster.task(ann, "Unwanted");

        muster.send(muster.request("/v1/me", ann.token()).header("Accept", problems))
                .expect(200);
        muster.send(muster.request("/v1/nothing", ann.token()).header("Accept", problems))
                .expectProblem(404, "route_not_found");
        muster.send(muster.request(unwanted, ann.token())
                        .header("Accept", problems)
                        .DELETE())
                .expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", ";", ",", "a/b/c", "*/json", "application/json;q=x"})
    void acceptThatIsNoneIsNoFault(String accept) {
        String answer = muster.rawHead(
                "GET /v1/me HTTP/1.1\r\nAccept: " + accept + "\r\nAuthorization: Bearer " + ann.token() + "\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (200|400|406) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\u00e4", "<script>", "a\"b"})
    void requestIdThatIsNotSaneIsReplaced(String id) {
        String answer = muster.rawHead("GET /health/live HTTP/1.1\r\nX-Request-Id: " + id + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain(id);
    }
}
