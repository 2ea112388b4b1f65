package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is the documented problem: never a 500, never another form. */
class BadInputHttpTest {

    private static RunningMuster muster;
    private static Person ann;
    private static String task;

    @BeforeAll
    static void start() {
        muster = RunningMuster.start();
        ann = muster.signUp();
        task = "/v1/tasks/" + muster.task(ann, "Target");
    }

    @AfterAll
    static void stop() {
        muster.close();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("", "missing_body"),
                arguments(" ", "malformed_json"),
                arguments("null", "wrong_type"),
                arguments("{", "malformed_json"),
                arguments("}", "malformed_json"),
                arguments("title", "malformed_json"),
                arguments("{'title': 'x'}", "malformed_json"),
                arguments("{\"title\": \"x\",}", "malformed_json"),
                arguments("{\"title\": \"x\"} x", "malformed_json"),
                arguments("{\"title\": \"x\"} {}", "malformed_json"),
                arguments("{\"title\": \"x\"}]", "malformed_json"),
                arguments("{\"title\": \"a\nb\"}", "malformed_json"),
                arguments("{\"title\": \"\\x\"}", "malformed_json"),
                arguments("{\"title\": \"\\u12\"}", "malformed_json"),
                arguments("{\"title\": tru}", "malformed_json"),
                arguments("{\"story_points\": 01}", "malformed_json"),
                arguments("{\"story_points\": +1}", "malformed_json"),
                arguments("{\"story_points\": NaN}", "malformed_json"),
                arguments("{\"story_points\": Infinity}", "malformed_json"),
                arguments("{\"story_points\": " + "9".repeat(200) + "}", "malformed_json"),
                arguments("// no comments\n{}", "malformed_json"),
                arguments("\uFEFF{\"title\": \"x\"}", "malformed_json"),
                arguments("{\"" + "n".repeat(2000) + "\": 1}", "malformed_json"),
                arguments("[".repeat(10_000), "wrong_type"),
                arguments("{\"labels\": " + "[".repeat(10_000), "wrong_type"),
                arguments("[]", "wrong_type"),
                arguments("[{}]", "wrong_type"),
                arguments("\"title\"", "wrong_type"),
                arguments("1", "wrong_type"),
                arguments("true", "wrong_type"),
                arguments("{\"title\": \"x\", \"title\": \"y\"}", "duplicate_property"),
                arguments("{\"title\": \"x\", \"Title\": \"y\"}", "unknown_property"),
                arguments("{\"title\": \"x\", \"id\": \"y\"}", "unknown_property"),
                arguments("{\"title\": \"x\", \"dueAt\": null}", "unknown_property"),
                arguments("{\"title\": \"x\", \"\": null}", "unknown_property"),
                arguments("{\"x\": {\"y\": [1, {\"z\": null}]}}", "unknown_property"),
                arguments("{\"__proto__\": {}}", "unknown_property"),
                arguments("{\"@class\": \"java.lang.String\"}", "unknown_property"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyThatIsNoneIsRefused(String body, String code) {
        muster.post("/v1/tasks", ann.token(), body).expectProblem(400, code);
        muster.send("PATCH", task, ann.token(), body).expectProblem(400, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/title | 1",
                "/title | 1.5",
                "/title | true",
                "/title | {}",
                "/title | [\"x\"]",
                "/description | 1",
                "/description | []",
                "/status | 1",
                "/status | 0",
                "/status | false",
                "/status | {}",
                "/status | []",
                "/priority | 2",
                "/priority | []",
                "/due_at | 1893456000",
                "/due_at | 1.5",
                "/due_at | {}",
                "/story_points | \"1\"",
                "/story_points | \"\"",
                "/story_points | 1.5",
                "/story_points | 1.0",
                "/story_points | 1e2",
                "/story_points | true",
                "/story_points | []",
                "/story_points | {}",
                "/story_points | 2147483648",
                "/story_points | -2147483649",
                "/story_points | 99999999999999999999999",
                "/labels | \"a\"",
                "/labels | {}",
                "/labels | 1",
                "/labels | true",
                "/project_id | 1",
                "/project_id | {}",
                "/parent_id | 1",
                "/parent_id | []"
            })
    void valueOfAnotherTypeIsRefusedWhereItStands(String pointer, String value) {
        muster.post("/v1/tasks", ann.token(), "{\"" + pointer.substring(1) + "\": " + value + "}")
                .expectProblem(400, "wrong_type")
                .expectPlace(pointer, "wrong_type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"labels\": [\"a\", 1]} | /labels/1",
                "{\"labels\": [\"a\", null]} | /labels/1",
                "{\"labels\": [[\"a\"]]} | /labels/0",
                "{\"labels\": [{}]} | /labels/0"
            })
    void itemOfAnotherTypeIsRefusedWhereItStands(String body, String pointer) {
        muster.post("/v1/tasks", ann.token(), body)
                .expectProblem(400, "wrong_type")
                .expectPlace(pointer, "wrong_type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v1/auth/register | /email",
                "POST | /v1/auth/register | /username",
                "POST | /v1/auth/register | /name",
                "POST | /v1/auth/register | /password",
                "POST | /v1/auth/register | /consent",
                "POST | /v1/auth/login | /identifier",
                "POST | /v1/auth/login | /password",
                "POST | /v1/auth/login | /device_name",
                "POST | /v1/auth/refresh | /refresh_token",
                "POST | /v1/auth/recover | /identifier",
                "POST | /v1/auth/recover | /password",
                "POST | /v1/auth/recover | /device_name",
                "POST | /v1/me/password | /current_password",
                "POST | /v1/me/password | /new_password",
                "DELETE | /v1/me | /password",
                "PATCH | /v1/me | /username",
                "PATCH | /v1/me | /name",
                "PATCH | /v1/me | /phone",
                "PATCH | /v1/me | /profile",
                "PATCH | /v1/me | /profile/display_name",
                "PATCH | /v1/me | /profile/bio",
                "PATCH | /v1/me | /profile/avatar_url",
                "PATCH | /v1/me | /profile/locale",
                "PATCH | /v1/me | /profile/time_zone",
                "POST | /v1/auth/register | /consent/policy",
                "POST | /v1/auth/register | /consent/version"
            })
    void everyMemberOfEveryRequestHasItsType(String method, String path, String pointer) {
        String[] steps = pointer.substring(1).split("/", 2);
        String value = steps.length == 1 ? "1" : "{\"" + steps[1] + "\": 1}";

        muster.send(method, path, ann.token(), "{\"" + steps[0] + "\": " + value + "}")
                .expectProblem(400, "wrong_type")
                .expectPlace(pointer, "wrong_type");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("\"title\": \"\"", "/title", "required"),
                arguments("\"title\": \"  \"", "/title", "required"),
                arguments("\"title\": \"" + "x".repeat(201) + "\"", "/title", "too_long"),
                arguments("\"title\": \"a\\u0000b\"", "/title", "invalid_character"),
                arguments("\"title\": \"a\\nb\"", "/title", "invalid_character"),
                arguments("\"title\": \"\\ud800\"", "/title", "invalid_character"),
                arguments("\"title\": \"\\udc00\\ud800\"", "/title", "invalid_character"),
                arguments("\"description\": \"\\u0000\"", "/description", "invalid_character"),
                arguments("\"description\": \"" + "x".repeat(20_001) + "\"", "/description", "too_long"),
                arguments("\"status\": \"PENDING\"", "/status", "unknown_value"),
                arguments("\"status\": \"\"", "/status", "unknown_value"),
                arguments("\"priority\": \"1\"", "/priority", "unknown_value"),
                arguments("\"due_at\": \"\"", "/due_at", "invalid_format"),
                arguments("\"due_at\": \"2025-01-31\"", "/due_at", "invalid_format"),
                arguments("\"due_at\": \"2025-01-31T12:00:00\"", "/due_at", "invalid_format"),
                arguments("\"due_at\": \"2025-02-30T12:00:00Z\"", "/due_at", "invalid_format"),
                arguments("\"due_at\": \"2025-01-31T24:00:01Z\"", "/due_at", "invalid_format"),
                arguments("\"due_at\": \"2025-01-31T12:00:00+25:00\"", "/due_at", "invalid_format"),
                arguments("\"due_at\": \"+12025-01-31T12:00:00Z\"", "/due_at", "out_of_range"),
                arguments("\"due_at\": \"0000-01-01T00:00:00Z\"", "/due_at", "out_of_range"),
                arguments("\"story_points\": -1", "/story_points", "out_of_range"),
                arguments("\"story_points\": 2147483647", "/story_points", "out_of_range"),
                arguments("\"labels\": [\"" + "x".repeat(51) + "\"]", "/labels/0", "too_long"),
                arguments("\"labels\": [" + "\"x\",".repeat(20) + "\"x\"]", "/labels", "too_many"),
                arguments("\"project_id\": \"x\"", "/project_id", "project_not_found"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueThatBreaksARuleIsRefusedWhereItStands(String member, String pointer, String code) {
        String body = member.startsWith("\"title\"") ? "{" + member + "}" : "{\"title\": \"x\", " + member + "}";

        muster.post("/v1/tasks", ann.token(), body)
                .expectProblem(422, "validation_failed")
                .expectPlace(pointer, code);
    }

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
            String answer = raw(method + " " + path + " HTTP/1.1\r\nAuthorization: Bearer " + ann.token() + "\r\n");
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
        "q=x, unknown_parameter",
        "Limit=1, unknown_parameter",
        "sort=id, unknown_parameter",
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
        String answer = raw("GET /v1/me HTTP/1.1\r\nAuthorization: " + header + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 401 ")
                .contains("invalid_access_token")
                .containsIgnoringCase("www-authenticate: Bearer error=\"invalid_token\"");
    }

    @Test
    void secondTokenIsRefused() {
        String bearer = "Authorization: Bearer " + ann.token() + "\r\n";

        assertThat(raw("GET /v1/me HTTP/1.1\r\n" + bearer)).startsWith("HTTP/1.1 200 ");
        assertThat(raw("GET /v1/me HTTP/1.1\r\n" + bearer + bearer)).startsWith("HTTP/1.1 401 ");
        assertThat(raw("GET /v1/me HTTP/1.1\r\n" + bearer.replace("Bearer", "bEARER")))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "1\"", "\"1\" \"2\"", "\"1\",", ",\"1\"", "W/1", "w/\"1\"", "**", "\"1\", x"})
    void entityTagThatIsNoneIsRefused(String tag) {
        muster.send(muster.request(task)
                        .header("Authorization", "Bearer " + ann.token())
                        .header("If-None-Match", tag))
                .expectProblem(400, "invalid_header");
        muster.send(muster.request(task)
                        .header("Authorization", "Bearer " + ann.token())
                        .header("If-Match", tag)
                        .DELETE())
                .expectProblem(400, "invalid_header");
    }

    @Test
    void tooManyEntityTagsAreRefused() {
        muster.send(muster.request(task)
                        .header("Authorization", "Bearer " + ann.token())
                        .header("If-None-Match", "\"x\"" + ", \"x\"".repeat(100)))
                .expectProblem(400, "invalid_header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/xml",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "text/json",
                "nonsense",
                "/",
                "application/merge-patch+json",
                "application/problem+json"
            })
    void bodyOfAnotherTypeIsRefused(String type) {
        post(BodyPublishers.ofString("{\"title\": \"x\"}"), "Content-Type", type)
                .expectProblem(415, "unsupported_media_type");
    }

    @Test
    void bodyWithoutATypeIsRefused() {
        post(BodyPublishers.ofString("{\"title\": \"x\"}"), "X-Nothing", "x")
                .expectProblem(415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=UTF-8", "application/json; charset=\"utf-8\"", "APPLICATION/JSON"})
    void bodyInUtf8IsRead(String type) {
        post(BodyPublishers.ofString("{\"title\": \"\u00e4\ud83d\udca9\"}"), "Content-Type", type)
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity", "nonsense"})
    void codedBodyIsRefused(String coding) {
        muster.send(muster.request("/v1/tasks")
                        .header("Authorization", "Bearer " + ann.token())
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", coding)
                        .POST(BodyPublishers.ofByteArray(gzipped("{\"title\": \"x\"}"))))
                .expectProblem(415, "unsupported_media_type");
    }

    static Stream<byte[]> malformedUtf8() {
        return Stream.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc3, '('},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xe2, (byte) 0x82});
    }

    @ParameterizedTest
    @MethodSource("malformedUtf8")
    void bodyInMalformedUtf8IsRefused(byte[] inside) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"title\": \"".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(inside);
        body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));

        post(BodyPublishers.ofByteArray(body.toByteArray()), "Content-Type", "application/json")
                .expectProblem(400, "malformed_json");
    }

    @Test
    void bodyInUtf16IsRefused() {
        post(
                        BodyPublishers.ofByteArray("{\"title\": \"x\"}".getBytes(StandardCharsets.UTF_16)),
                        "Content-Type",
                        "application/json")
                .expectProblem(400, "malformed_json");
    }

    @Test
    void longestBodyIsRead() {
        String start = "{\"title\": \"x\", \"unknown\": \"";
        String body = start + "x".repeat(WebServer.MAX_BODY_BYTES - start.length() - 2) + "\"}";

        post(BodyPublishers.ofString(body), "Content-Type", "application/json").expectProblem(400, "unknown_property");
    }

    @Test
    void longerBodyIsRefused() {
        byte[] body = new byte[WebServer.MAX_BODY_BYTES + 1];

        post(BodyPublishers.ofByteArray(body), "Content-Type", "application/json")
                .expectProblem(413, "body_too_large");
    }

    @Test
    void longerBodyInChunksIsRefused() {
        byte[] part = new byte[8192];
        BodyPublisher chunked =
                BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(java.util.Collections.nCopies(160, part)));

        post(chunked, "Content-Type", "application/json").expectProblem(413, "body_too_large");
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
        String answer = raw(method + " " + path + " HTTP/1.1\r\nAuthorization: Bearer " + ann.token()
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
        String answer = raw("GET " + path + " HTTP/1.1\r\nAuthorization: Bearer " + ann.token() + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("route_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*"})
    void answerOfAnotherTypeIsNotGiven(String accept) {
        Answer answer = muster.send(muster.request("/v1/me")
                .header("Authorization", "Bearer " + ann.token())
                .header("Accept", accept));

        answer.expectProblem(406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json", "text/html, application/json;q=0.5", "application/json; charset=utf-8"
            })
    void answerOfAnAcceptedTypeIsGiven(String accept) {
        muster.send(muster.request("/v1/me")
                        .header("Authorization", "Bearer " + ann.token())
                        .header("Accept", accept))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", ";", ",", "a/b/c", "*/json", "application/json;q=x"})
    void acceptThatIsNoneIsNoFault(String accept) {
        String answer =
                raw("GET /v1/me HTTP/1.1\r\nAccept: " + accept + "\r\nAuthorization: Bearer " + ann.token() + "\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (200|400|406) .*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/tasks?q=%zz HTTP/1.1 | 400",
                "GET /v1/tasks/%zz HTTP/1.1 | 400",
                "GET /v1/tasks/% HTTP/1.1 | 400",
                "GET /v1/tasks/a b HTTP/1.1 | 400",
                "GET /v1/tasks/<x> HTTP/1.1 | 400",
                "GET http://[ HTTP/1.1 | 400",
                "GET /v1/me | 400",
                "GET | 400",
                "nonsense | 400"
            })
    void malformedHeadIsRefused(String line, int status) {
        String answer = raw(line + "\r\n");

        assertThat(answer).matches("(?s)HTTP/1.[01] " + status + " .*").contains("application/problem+json");
        assertThat(answer).containsIgnoringCase("x-request-id: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 99999999999999999999",
                "X Y: 1",
                ": 1",
                "X\u0000: 1",
                "Transfer-Encoding: nonsense",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "X: a\u0000b"
            })
    void malformedHeaderIsNoFault(String header) {
        String answer = raw("POST /v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\n" + header + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @Test
    void malformedChunksAreNoFault() {
        String head = "POST /v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\nHost: x\r\n\r\n";

        assertThat(muster.rawToEnd(head + "zz\r\n{}\r\n0\r\n\r\n")).doesNotContain("HTTP/1.1 5");
        assertThat(muster.rawToEnd(head + "2\r\n{}\r\n")).doesNotContain("HTTP/1.1 5");
    }

    @Test
    void tooLongHeadIsRefused() {
        assertThat(raw("GET /v1/tasks?q=" + "x".repeat(9000) + " HTTP/1.1\r\n"))
                .contains(" 414 ")
                .contains("uri_too_long");
        assertThat(raw("GET /v1/tasks HTTP/1.1\r\nX-Long: " + "x".repeat(20_000) + "\r\n"))
                .contains(" 431 ")
                .contains("headers_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\u00e4", "<script>", "a\"b"})
    void requestIdThatIsNotSaneIsReplaced(String id) {
        String answer = raw("GET /health/live HTTP/1.1\r\nX-Request-Id: " + id + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain(id);
    }

    /** A request of which only the head is given, without host and end. */
    private static String raw(String head) {
        return muster.raw(head + "Host: localhost\r\nConnection: close\r\n\r\n");
    }

    private static Answer post(BodyPublisher body, String header, String value) {
        HttpRequest.Builder request = muster.request("/v1/tasks")
                .header("Authorization", "Bearer " + ann.token())
                .header(header, value)
                .POST(body);
        return muster.send(request);
    }

    private static byte[] gzipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
