package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskBatchHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();
    private final String task = muster.task(ann, "Task");

    @Test
    void everyOperationHasItsResultInOrder() {
        String other = muster.task(ann, "Other");
        JsonNode results = batch("""
                        {"op": "delete", "id": "%s"},
                        {"op": "create", "task": {"title": "New", "labels": ["a"]}},
                        {"op": "update", "id": "%s", "version": 1, "task": {"title": "Changed", "story_points": 5}}""".formatted(other, task)).expect(200).json().path("results");

        assertThat(results)
                .extracting(result -> result.path("op").asText())
                .containsExactly("delete", "create", "update");
        assertThat(results.at("/0/id").asText()).isEqualTo(other);
        assertThat(results.at("/0/task").isNull()).isTrue();
        assertThat(results.at("/1/id").asText())
                .isEqualTo(results.at("/1/task/id").asText());
        assertThat(results.at("/2/task/version").asInt()).isEqualTo(2);
        assertThat(muster.get("/v1/tasks/" + task, ann.token()).json()).isEqualTo(results.at("/2/task"));
        assertThat(muster.get("/v1/tasks/" + results.at("/1/id").asText(), ann.token())
                        .json())
                .isEqualTo(results.at("/1/task"));
    }

    @Test
    void tasksOfABatchGetTheKeysOfTheirProject() {
        String project = muster.project(ann, "KAN");
        String create = "{\"op\": \"create\", \"task\": {\"title\": \"T\", \"project_id\": \"" + project + "\"}}";

        JsonNode results = batch(create + "," + create).expect(200).json().path("results");

        assertThat(results)
                .extracting(result -> result.at("/task/key").asText())
                .containsExactly("KAN-1", "KAN-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op': 'delete', 'id': 'NOTHING'} | 404 | task_not_found | /operations/2/id | task_not_found",
                "{'op': 'delete', 'id': 'TASK', 'version': 3} | 412 | stale_version | /operations/2/version | stale_version",
                "{'op': 'update', 'id': 'TASK', 'version': 0, 'task': {}} | 412 | stale_version | /operations/2/version | stale_version",
                "{'op': 'update', 'id': 'BLOCKED', 'task': {'status': 'completed'}} | 409 | task_blocked | /operations/2 | task_blocked",
                "{'op': 'update', 'id': 'TASK', 'task': {'title': ''}} | 422 | validation_failed | /operations/2/task/title | required",
                "{'op': 'update', 'id': 'TASK', 'task': {'parent_id': 'TASK'}} | 422 | validation_failed | /operations/2/task/parent_id | parent_cycle",
                "{'op': 'create', 'task': {'title': 'T', 'project_id': 'NOTHING'}} | 422 | validation_failed | /operations/2/task/project_id | project_not_found",
                "{'op': 'create', 'task': {}} | 422 | validation_failed | /operations/2/task/title | required",
                "{'op': 'create'} | 422 | validation_failed | /operations/2/task | required",
                "{'op': 'create', 'id': 'NOTHING', 'task': {'title': 'T'}} | 422 | validation_failed | /operations/2/id | not_allowed",
                "{'op': 'create', 'version': 1, 'task': {'title': 'T'}} | 422 | validation_failed | /operations/2/version | not_allowed",
                "{'op': 'delete', 'id': 'TASK', 'task': {}} | 422 | validation_failed | /operations/2/task | not_allowed",
                "{'op': 'delete'} | 422 | validation_failed | /operations/2/id | required",
                "{'op': 'update', 'id': 'TASK'} | 422 | validation_failed | /operations/2/task | required",
                "{'op': 'update', 'id': 'KAN-1', 'task': {}} | 422 | validation_failed | /operations/2/id | invalid_format",
                "{'op': 'upsert'} | 422 | validation_failed | /operations/2/op | unknown_value",
                "{} | 422 | validation_failed | /operations/2/op | required",
                "{'op': 'delete', 'id': 'CHANGED'} | 422 | validation_failed | /operations/2/id | task_repeated"
            })
    void failureNamesItsOperationAndLeavesNothing(
            String operation, int status, String code, String pointer, String placeCode) {
        String changed = muster.task(ann, "Changed");
        String blocked = muster.task(ann, "Blocked");
        muster.send("PUT", "/v1/tasks/" + blocked + "/blocked-by/" + task, ann.token(), null)
                .expect(204);
        String before = muster.get("/v1/tasks", ann.token()).body();

        batch("""
                        {"op": "create", "task": {"title": "Leaves nothing"}},
                        {"op": "update", "id": "%s", "task": {"title": "Leaves nothing"}},""".formatted(changed)
                        + operation
                                .replace('\'', '"')
                                .replace("NOTHING", "00000000-0000-7000-8000-000000000000")
                                .replace("TASK", task)
                                .replace("BLOCKED", blocked)
                                .replace("CHANGED", changed))
                .expectProblem(status, code)
                .expectPlace(pointer, placeCode);

        assertThat(muster.get("/v1/tasks", ann.token()).body()).isEqualTo(before);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        JsonNode errors =
                batch("""
                        {"op": "create", "id": "x", "task": {"title": "", "priority": "most"}},
                        {"op": "delete", "id": "x"},
                        {"op": "create", "task": {"title": "Right"}},
                        {"op": "remove", "id": "x"}""").expectProblem(422, "validation_failed").json().path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactly(
                        "/operations/0/id not_allowed",
                        "/operations/0/task/title required",
                        "/operations/0/task/priority unknown_value",
                        "/operations/1/id invalid_format",
                        "/operations/3/op unknown_value");
    }

    @Test
    void batchHasOneToAHundredOperations() {
        String create = "{\"op\": \"create\", \"task\": {\"title\": \"T\"}}";

        batch(String.join(",", Collections.nCopies(100, create))).expect(200);
        batch(String.join(",", Collections.nCopies(101, create)))
                .expectProblem(422, "validation_failed")
                .expectPlace("/operations", "too_many");
        batch("").expectProblem(422, "validation_failed").expectPlace("/operations", "required");
        for (String absent : new String[] {"{}", "{\"operations\": null}"}) {
            muster.post("/v1/tasks/batch", ann.token(), absent)
                    .expectProblem(422, "validation_failed")
                    .expectPlace("/operations", "required");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null | wrong_type | /operations/0",
                "{'op': 1} | wrong_type | /operations/0/op",
                "{'op': 'delete', 'id': 'x', 'version': '1'} | wrong_type | /operations/0/version",
                "{'op': 'delete', 'id': 'x', 'version': ' '} | wrong_type | /operations/0/version",
                "{'op': 'delete', 'id': 'x', 'version': 1.0} | wrong_type | /operations/0/version",
                "{'op': 'delete', 'id': 'x', 'version': 99999999999999999999} | wrong_type | /operations/0/version",
                "{'op': 'delete', 'surprise': 1} | unknown_property | /operations/0/surprise",
                "{'op': 'create', 'task': {'surprise': 1}} | unknown_property | /operations/0/task/surprise",
                "{'op': 'create', 'task': []} | wrong_type | /operations/0/task"
            })
    void bodyIsReadStrictly(String operation, String code, String pointer) {
        batch(operation.replace('\'', '"')).expectProblem(400, code).expectPlace(pointer, code);
    }

    @Test
    void tasksOfOthersAreNotFound() {
        Person eve = muster.signUp();

        for (String operation : new String[] {
            "{\"op\": \"delete\", \"id\": \"" + task + "\"}",
            "{\"op\": \"update\", \"id\": \"" + task + "\", \"task\": {\"title\": \"Mine\"}}"
        }) {
            muster.post("/v1/tasks/batch", eve.token(), "{\"operations\": [" + operation + "]}")
                    .expectProblem(404, "task_not_found")
                    .expectPlace("/operations/0/id", "task_not_found");
        }
        batch("{\"op\": \"delete\", \"id\": \"" + UUID.randomUUID() + "\"}").expectProblem(404, "task_not_found");
        assertThat(muster.get("/v1/tasks/" + task, ann.token()).text("title")).isEqualTo("Task");
    }

    private Answer batch(String operations) {
        return muster.post("/v1/tasks/batch", ann.token(), "{\"operations\": [" + operations + "]}");
    }
}
