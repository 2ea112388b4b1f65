package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Executions of agents, from the queue to their end. */
final class ExecutionJourneyTest {

    /** With every digit, so that 0.10 is not 0.1. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Caller anonymous = MusterRunning.ofThisJvm().anonymous();
    private Caller ann;

    @BeforeEach
    void makeProject() {
        ann = Person.join(anonymous).signedIn();
        ann.post("/v1/projects", "{\"key\": \"KAN\", \"name\": \"Garden\"}").expect(201);
    }

    @Test
    void leadsFromTheQueueToTheEnd() {
        Answer queued = queue("{\"agent\": \"reviewer\", \"correlation_id\": \"deploy 7\", \"input\": {\"depth\": 3}}");
        String path = queued.header("Location");
        assertThat(queued.text("status")).isEqualTo("queued");

        Answer running = ann.patch(path, "{\"status\": \"running\"}", "If-Match", queued.header("ETag"))
                .expect(200);
        assertThat(running.json().required("duration_ms").isNull()).isTrue();
        Answer ended = ann.patch(path, "{\"status\": \"succeeded\", \"output\": {\"found\": [], \"a\": 0.10}}")
                .expect(200);

        assertThat(ended.json().required("duration_ms").asLong()).isNotNegative();
        assertThat(ann.get(path).expect(200).json()).isEqualTo(ended.json());
        String again = "{\"status\": \"succeeded\", \"output\": {\"a\": 0.1, \"found\": []}}";
        assertThat(ann.patch(path, again).expect(200).header("ETag")).isEqualTo(ended.header("ETag"));
        ann.patch(path, "{\"status\": \"failed\"}").expectProblem(409, "execution_state");
        ann.patch(path, "{\"output\": 2}").expectProblem(409, "execution_state");
        ann.get(path, "If-None-Match", ended.header("ETag")).expect(304);
    }

    @Test
    void failureSaysWhy() {
        String path = queue("{\"agent\": \"reviewer\"}").header("Location");
        ann.patch(path, "{\"status\": \"running\"}").expect(200);

        Answer failed = ann.patch(path, "{\"status\": \"failed\", \"error\": \"boom\\n🎈\", \"output\": \"partial\"}")
                .expect(200);

        assertThat(failed.text("error")).isEqualTo("boom\n🎈");
        assertThat(failed.text("output")).isEqualTo("partial");
    }

    @Test
    void jsonGoesOutAsItMeantComingIn() throws JsonProcessingException {
        String big = "123456789012345678901234567890";
        for (String input : List.of(
                "0.10",
                "-12.3400",
                big + "." + big,
                "[" + big + ", 1E-7]",
                "1e400",
                "true",
                "\"a \\\\u0000 \\u00e9 \\ud83d\\ude80 \\u0001\"",
                "{\"bb\": [{}, [], \"\", null], \"a\": {\"c\": 1}, \"\": false}")) {
            Answer queued = queue("{\"agent\": \"reviewer\", \"input\": " + input + "}");
            JsonNode told = EXACT.readTree(
                            ann.get(queued.header("Location")).expect(200).body())
                    .required("input");

            JsonNode meant = EXACT.readTree(input);
            assertThat(told.equals(
                            (one, other) -> one.isNumber() && other.isNumber()
                                    ? one.decimalValue().compareTo(other.decimalValue())
                                    : one.equals(other) ? 0 : 1,
                            meant))
                    .as("%s came as %s", input, told)
                    .isTrue();
        }
        assertThat(ann.get(queue("{\"agent\": \"x\", \"input\": [0.10]}").header("Location"))
                        .expect(200)
                        .body())
                .contains("\"input\":[0.10]");
    }

    @Test
    void correlationIdLeadsThroughAllProjects() {
        ann.post("/v1/projects", "{\"key\": \"BAN\", \"name\": \"Other\"}").expect(201);
        queue("{\"agent\": \"a\", \"correlation_id\": \"deploy 7\"}");
        ann.post("/v1/projects/BAN/executions", "{\"agent\": \"b\", \"correlation_id\": \"deploy 7\"}")
                .expect(201);
        String own = queue("{\"agent\": \"c\"}").text("id");

        assertThat(agents(ann, "/v1/executions?correlation_id=deploy%207")).containsExactly("b", "a");
        assertThat(agents(ann, "/v1/executions?correlation_id=" + own)).containsExactly("c");
        assertThat(agents(ann, "/v1/projects/kan/executions?status=queued&count=true"))
                .containsExactly("c", "a");
        Caller eve = Person.join(anonymous).signedIn();
        assertThat(agents(eve, "/v1/executions?correlation_id=deploy%207")).isEmpty();
        eve.get("/v1/executions/" + own).expectProblem(404, "execution_not_found");
        eve.patch("/v1/executions/" + own, "{\"status\": \"cancelled\"}").expectProblem(404, "execution_not_found");
        eve.get("/v1/projects/KAN/executions").expectProblem(404, "project_not_found");
        ann.get("/v1/executions").expectProblem(400, "invalid_parameter");
    }

    private Answer queue(String json) {
        return ann.post("/v1/projects/KAN/executions", json).expect(201);
    }

    private static List<String> agents(Caller caller, String path) {
        return caller.get(path).expect(200).json().required("data").findValuesAsText("agent");
    }
}
