package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, paths, ids and parameters of which there are none. */
class BadTargetHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private static final Person ann = muster.signUp();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1",
                "00000000-0000-0000-0000-00000000000",
                "00000000-0000-0000-0000-0000000000000",
                "00000000-0000-0000-0000-00000000000g",
                "%00",
                "%2e%2e",
                "%F0%9F%92%A9",
                "%C3%28",
                "a%2Fb",
                "-1",
                "00000000000000000000000000000000",
                "{id}'--",
                "..;"
            })
    void idThatIsNoneIsTheIdOfNothing(String id) {
        for (String path : List.of("/v1/tasks/" + id, "/v1/tasks/" + id + "/restore")) {
            String method = path.endsWith("restore") ? "POST" : "GET";
            String answer =
                    muster.rawHead(method + " " + path + " HTTP/1.1\r\nAuthorization: Bearer " + ann.token() + "\r\n");
            assertThat(answer).containsAnyOf("HTTP/1.1 404 ", "HTTP/1.1 400 ").contains("application/problem+json");
            assertThat(answer).containsAnyOf("task_not_found", "malformed_request", "route_not_found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, invalid_parameter",
        "limit=101, invalid_parameter",
        "limit=-1, invalid_parameter",
        "limit=1.5, invalid_parameter",
        "limit=x, invalid_parameter",
        "limit=, invalid_parameter",
        "limit, invalid_parameter",
        "limit=%201, invalid_parameter",
        "limit=9999999999, invalid_parameter",
        "limit=1&limit=2, invalid_parameter",
        "count=1, invalid_parameter",
        "count=TRUE, invalid_parameter",
        "deleted=yes, invalid_parameter",
        "deleted=true&deleted=false, invalid_parameter",
        "status=done, invalid_parameter",
        "status=, invalid_parameter",
        "status=PENDING, invalid_parameter",
        "status=pending&status=x, invalid_parameter",
        "priority=0, invalid_parameter",
        "cursor=x, invalid_cursor",
        "cursor=%00, invalid_cursor",
        "cursor=a&cursor=b, invalid_parameter",
        "title=x, unknown_parameter",
        "Limit=1, unknown_parameter",
        "sort=id, invalid_parameter",
        "q=%ff, invalid_parameter",
        "label=%c3%28, invalid_parameter",
        "offset=1, unknown_parameter",
        "=1, unknown_parameter",
        "%00=1, unknown_parameter",
        "limit[]=1, unknown_parameter"
    })
    void parameterIsRefusedByName(String query, String code) {
        Answer answer = muster.get("/v1/tasks?" + query.replace("[", "%5B").replace("]", "%5D"), ann.token())
                .expectProblem(400, code);

        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/pointer").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /v1/tasks | GET, HEAD, POST",
                "DELETE | /v1/tasks | GET, HEAD, POST",
                "POST | /v1/me | DELETE, GET, HEAD, PATCH",
                "GET | /v1/auth/login | POST",
                "OPTIONS | /v1/me | DELETE, GET, HEAD, PATCH",
                "TRACE | /v1/me | DELETE, GET, HEAD, PATCH",
                "FOO | /v1/me | DELETE, GET, HEAD, PATCH",
                "POST | /health | GET, HEAD"
            })
    void wrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
        String answer = muster.rawHead(method + " " + path + " HTTP/1.1\r\nAuthorization: Bearer " + ann.token()
                + "\r\nContent-Length: 0\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("\r\nallow: " + allowed + "\r\n")
                .contains("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v1/tasks/x/y",
                "/v2/tasks",
                "//v1/me",
                "/V1/me",
                "/v1/me/x",
                "/docs/../etc/passwd",
                "/META-INF/swagger/openapi.yml",
                "/docs/x",
                "/favicon.ico"
            })
    void pathToNothingIsNotFound(String path) {
        String answer = muster.rawHead("GET " + path + " HTTP/1.1\r\nAuthorization: Bearer " + ann.token() + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("route_not_found");
    }
}
