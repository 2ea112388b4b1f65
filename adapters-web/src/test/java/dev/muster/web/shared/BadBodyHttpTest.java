package dev.muster.web.shared;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that is not the JSON of its route is refused with the place of the fault. */
class BadBodyHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private static final Person ann = muster.signUp();
    private static final String task = "/v1/tasks/" + muster.task(ann, "Target");

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
                arguments("{\"story_points\": " + "9".repeat(2001) + "}", "malformed_json"),
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
                "/story_points | \" \"",
                "/story_points | \"\\u0000\"",
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
}
