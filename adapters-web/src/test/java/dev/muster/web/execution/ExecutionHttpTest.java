package dev.muster.web.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();
    private String project;

    @BeforeEach
    void makeProject() {
        project = muster.project(ann, "KAN");
    }

    @Test
    void queuedExecutionHasEveryMember() {
        String now = muster.get("/v1/projects/KAN", ann.token()).text("created_at");
        Answer queued = queue("{\"agent\": \" reviewer \"}").expect(201);

        String id = queued.text("id");
        assertThat(queued.header("Location")).isEqualTo("/v1/executions/" + id);
        assertThat(queued.header("ETag")).isEqualTo("\"1\"");
        assertThat(queued.body()).isEqualTo("""
                        {"id":"%s","project_id":"%s","agent":"reviewer","correlation_id":"%s","status":"queued",\
                        "input":null,"output":null,"error":null,"created_at":"%s","started_at":null,"ended_at":null,\
                        "duration_ms":null,"version":1}""".formatted(id, project, id, now));
        assertThat(muster.get("/v1/executions/" + id, ann.token()).expect(200).body())
                .isEqualTo(queued.body());
    }

    @Test
    void executionRunsAndEnds() {
        String path = path(queue("{\"agent\": \"reviewer\", \"correlation_id\": \"deploy-7\", \"input\": [1]}"));

        Answer running = patch(path, null, "{\"status\": \"running\"}").expect(200);
        assertThat(running.text("status")).isEqualTo("running");
        assertThat(running.header("ETag")).isEqualTo("\"2\"");
        muster.memory.clock.advance(Duration.ofMillis(1500));
        Answer ended = patch(path, "\"2\"", "{\"status\": \"succeeded\", \"output\": {\"b\": 1e2, \"a\": null}}")
                .expect(200);

        assertThat(ended.json().path("duration_ms").asLong()).isEqualTo(1500);
        assertThat(ended.body()).contains("\"input\":[1],\"output\":{\"b\":100,\"a\":null},\"error\":null");
        String again = "{\"status\": \"succeeded\", \"output\": {\"a\": null, \"b\": 100.0}}";
        assertThat(patch(path, null, again).expect(200).body()).isEqualTo(ended.body());
        patch(path, null, "{\"output\": {\"a\": null, \"b\": 101}}").expectProblem(409, "execution_state");
        patch(path, null, "{\"status\": \"running\"}").expectProblem(409, "execution_state");
    }

    @Test
    void failedExecutionSaysWhy() {
        String path = path(queue("{\"agent\": \"reviewer\"}"));
        patch(path, null, "{\"status\": \"running\"}").expect(200);

        Answer failed = patch(path, null, "{\"status\": \"failed\", \"error\": \"boom\\nat\"}")
                .expect(200);

        assertThat(failed.text("error")).isEqualTo("boom\nat");
        assertThat(failed.json().path("output").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"status\": \"succeeded\"} | 409 | execution_state",
                "{\"status\": \"failed\"} | 409 | execution_state",
                "{\"output\": 1} | 422 | /output output_before_end",
                "{\"status\": \"running\", \"output\": 1} | 422 | /output output_before_end",
                "{\"error\": \"x\"} | 422 | /error error_without_failure",
                "{\"status\": \"cancelled\", \"error\": \"x\"} | 422 | /error error_without_failure",
                "{\"status\": null} | 422 | /status required",
                "{\"status\": \"done\"} | 422 | /status unknown_value",
                "{\"output\": \"\\u0000\"} | 422 | /output invalid_character"
            })
    void reportThatDoesNotFitIsRefused(String report, int status, String told) {
        String path = path(queue("{\"agent\": \"reviewer\"}"));

        Answer answer = patch(path, null, report);

        if (status == 409) {
            answer.expectProblem(409, told);
        } else {
            String[] place = told.split(" ");
            answer.expectProblem(422, "validation_failed").expectPlace(place[0], place[1]);
        }
        assertThat(muster.get(path, ann.token()).expect(200).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void cancelledInTheQueueNeverRan() {
        String path = path(queue("{\"agent\": \"reviewer\"}"));

        Answer cancelled = patch(path, null, "{\"status\": \"cancelled\"}").expect(200);

        assertThat(cancelled.json().path("started_at").isNull()).isTrue();
        assertThat(cancelled.json().path("duration_ms").isNull()).isTrue();
        assertThat(cancelled.text("ended_at")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "0.10 | 0.10",
                "1e3 | 1000",
                "1.5E-3 | 0.0015",
                "123456789012345678901234567890 | 123456789012345678901234567890",
                "[] | []",
                "{} | {}",
                "[[1, {}], {\"b\" : [true, false, null], \"a\": \"\"}] | [[1,{}],{\"b\":[true,false,null],\"a\":\"\"}]",
                "\"\\u00e9 \\n \\\" \\\\ / \\ud83d\\ude80\" | \"é \\n \\\" \\\\ / 🚀\"",
                "\"\\\\u0000\" | \"\\\\u0000\"",
                "false | false",
                "null | null"
            })
    void inputKeepsItsMeaning(String given, String told) {
        Answer queued =
                queue("{\"agent\": \"reviewer\", \"input\": " + given + "}").expect(201);

        assertThat(queued.body()).contains("\"input\":" + told + ",\"output\"");
    }

    @Test
    void numberIsToldInItsDigitsUpToAThousandOfThem() {
        String longest = "-" + "9".repeat(1000);
        inputKeepsItsMeaning("1e400", "1" + "0".repeat(400));
        inputKeepsItsMeaning(longest, longest);
        inputThatCanNotBeStoredIsRefused(longest + "9", "out_of_range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1e1000 | out_of_range",
                "[-1e-1001] | out_of_range",
                "1e999999999 | out_of_range",
                "{\"a\\u0000\": 1} | invalid_character",
                "[\"\\u0000\"] | invalid_character",
                "\"\\ud800\" | invalid_character"
            })
    void inputThatCanNotBeStoredIsRefused(String input, String code) {
        queue("{\"agent\": \"reviewer\", \"input\": " + input + "}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/input", code);
    }

    @Test
    void inputIsBounded() {
        String input = "\"" + "x".repeat(256 * 1024 - 2) + "\"";
        String manyDigits = "[1e999" + ",1e999".repeat(300) + "]";

        assertThat(queue("{\"agent\": \"reviewer\", \"input\": " + input + "}")
                        .expect(201)
                        .body())
                .contains("\"input\":" + input);
        for (String tooLong : new String[] {input.replaceFirst("x", "xx"), manyDigits}) {
            queue("{\"agent\": \"reviewer\", \"input\": " + tooLong + "}")
                    .expectProblem(422, "validation_failed")
                    .expectPlace("/input", "too_long");
        }
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        JsonNode errors = queue("{\"agent\": \"\", \"correlation_id\": \"a\\nb\", \"input\": \"\\u0000\"}")
                .expectProblem(422, "validation_failed")
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactly("/agent required", "/correlation_id invalid_character", "/input invalid_character");
        queue("{}").expectProblem(422, "validation_failed").expectPlace("/agent", "required");
        queue("{\"agent\": null}").expectPlace("/agent", "required");
        queue("{\"agent\": \"x\", \"correlation_id\": null}").expect(201);
    }

    @Test
    void correlationIdLeadsToExecutions() {
        muster.project(ann, "BAN");
        String first =
                queue("{\"agent\": \"a\", \"correlation_id\": \"x y+&\"}").text("id");
        String second = muster.post("/v1/projects/ban/executions", ann.token(), """
                        {"agent": "b", "correlation_id": "x y+&"}""")
                .expect(201)
                .text("id");
        queue("{\"agent\": \"a\", \"correlation_id\": \"X y+&\"}").expect(201);

        Answer page = muster.get("/v1/executions?correlation_id=x%20y%2B%26&limit=1&count=true", ann.token())
                .expect(200);
        assertThat(page.json().path("total_count").asInt()).isEqualTo(2);
        assertThat(page.json().at("/data/0/id").asText()).isEqualTo(second);
        String link = page.header("Link");
        Answer next =
                muster.get(link.substring(1, link.indexOf('>')), ann.token()).expect(200);
        assertThat(next.json().path("data"))
                .extracting(data -> data.path("id").asText())
                .containsExactly(first);
        assertThat(muster.get("/v1/executions?correlation_id=x%20y%2B%26&status=running", ann.token())
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?correlation_id=", "?correlation_id=%00", "?correlation_id=a&status=done"})
    void listNeedsACorrelationId(String query) {
        muster.get("/v1/executions" + query, ann.token()).expectProblem(400, "invalid_parameter");
    }

    @Test
    void executionsOfAProjectAreListedByStatus() {
        String first = queue("{\"agent\": \"a\"}").text("id");
        String second = queue("{\"agent\": \"b\"}").text("id");
        patch("/v1/executions/" + first, null, "{\"status\": \"running\"}").expect(200);

        assertThat(ids("")).containsExactly(second, first);
        assertThat(ids("?status=running")).containsExactly(first);
        assertThat(ids("?status=running&status=queued")).containsExactly(second, first);
        assertThat(ids("?status=failed")).isEmpty();
        assertThat(muster.get("/v1/projects/KAN/executions?limit=1", ann.token())
                        .header("Link"))
                .startsWith("</v1/projects/KAN/executions?limit=1&cursor=");
    }

    @Test
    void readExecutionIsNotSentAgainToWhoHasIt() {
        String path = path(queue("{\"agent\": \"reviewer\"}"));

        Answer known = muster.send(muster.request(path, ann.token()).header("If-None-Match", "\"1\""));
        assertThat(known.expect(304).body()).isEmpty();
        patch(path, "\"2\"", "{\"status\": \"running\"}").expectProblem(412, "stale_version");
        patch(path, "\"7\", \"1\"", "{\"status\": \"running\"}").expect(200);
    }

    @Test
    void someoneElsesExecutionIsNotFound() {
        String path = path(queue("{\"agent\": \"reviewer\", \"correlation_id\": \"mine\"}"));
        Person eve = muster.signUp();

        muster.get(path, eve.token()).expectProblem(404, "execution_not_found");
        muster.send("PATCH", path, eve.token(), "{\"status\": \"cancelled\"}")
                .expectProblem(404, "execution_not_found");
        muster.get("/v1/projects/" + project + "/executions", eve.token()).expectProblem(404, "project_not_found");
        muster.post("/v1/projects/" + project + "/executions", eve.token(), "{\"agent\": \"x\"}")
                .expectProblem(404, "project_not_found");
        assertThat(muster.get("/v1/executions?correlation_id=mine", eve.token())
                        .json()
                        .path("data"))
                .isEmpty();
        muster.get("/v1/executions/no-id", ann.token()).expectProblem(404, "execution_not_found");
    }

    private Answer queue(String json) {
        return muster.post("/v1/projects/KAN/executions", ann.token(), json);
    }

    private static String path(Answer queued) {
        return "/v1/executions/" + queued.expect(201).text("id");
    }

    private List<String> ids(String query) {
        return muster.get("/v1/projects/KAN/executions" + query, ann.token())
                .expect(200)
                .json()
                .path("data")
                .findValuesAsText("id");
    }

    private Answer patch(String path, String ifMatch, String json) {
        HttpRequest.Builder request = muster.request(path, ann.token())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json));
        return muster.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}
