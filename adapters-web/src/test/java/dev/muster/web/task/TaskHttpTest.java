package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();

    @Test
    void createdTaskHasEveryMember() {
        Answer created = muster.post("/v1/tasks", ann.token(), """
                {"title": "Write the report"}""").expect(201);

        String id = created.text("id");
        String now = "2026-03-02T09:30:00.123456Z";
        assertThat(created.header("Location")).isEqualTo("/v1/tasks/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.body()).isEqualTo("""
                        {"id":"%s","key":null,"project_id":null,"parent_id":null,"title":"Write the report",\
                        "description":null,"status":"pending","priority":"medium","story_points":null,"labels":[],\
                        "due_at":null,"blocked":false,"blocked_by":[],"created_at":"%s","updated_at":"%s",\
                        "completed_at":null,"deleted_at":null,"version":1}""".formatted(id, now, now));
    }

    @Test
    void createdTaskKeepsWhatIsGiven() {
        String parent = muster.task(ann, "Parent");

        JsonNode task = muster.post("/v1/tasks", ann.token(), """
                        {"title": " Trimmed ", "description": "two\\nlines", "status": "completed", "priority": "urgent",
                         "due_at": "2030-01-31T13:00:00.5+01:00", "story_points": 8, "labels": ["a", "b", "a"],
                         "parent_id": "%s", "project_id": null}""".formatted(parent))
                .expect(201)
                .json();

        assertThat(task.path("title").asText()).isEqualTo("Trimmed");
        assertThat(task.path("description").asText()).isEqualTo("two\nlines");
        assertThat(task.path("status").asText()).isEqualTo("completed");
        assertThat(task.path("completed_at").asText()).isEqualTo("2026-03-02T09:30:00.123456Z");
        assertThat(task.path("priority").asText()).isEqualTo("urgent");
        assertThat(task.path("due_at").asText()).isEqualTo("2030-01-31T12:00:00.500000Z");
        assertThat(task.path("story_points").asInt()).isEqualTo(8);
        assertThat(task.path("labels")).extracting(JsonNode::asText).containsExactly("a", "b");
        assertThat(task.path("parent_id").asText()).isEqualTo(parent);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        JsonNode errors = muster.post("/v1/tasks", ann.token(), """
                        {"status": "done", "priority": null, "due_at": "tomorrow", "story_points": 1001,
                         "labels": ["", "ok"], "description": "\\u0000", "project_id": "KAN", "parent_id": ""}""")
                .expectProblem(422, "validation_failed")
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactlyInAnyOrder(
                        "/title required",
                        "/project_id project_not_found",
                        "/parent_id parent_not_found",
                        "/description invalid_character",
                        "/status unknown_value",
                        "/priority required",
                        "/story_points out_of_range",
                        "/labels/0 required",
                        "/due_at invalid_format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "00000000-0000-7000-8000-000000000000"})
    void parentHasToBeATaskOfOnesOwn(String parent) {
        muster.post("/v1/tasks", ann.token(), """
                        {"title": "Child", "parent_id": "%s"}""".formatted(parent))
                .expectProblem(422, "validation_failed")
                .expectPlace("/parent_id", "parent_not_found");
    }

    @Test
    void readTaskIsNotSentAgainToWhoHasIt() {
        String path = "/v1/tasks/" + muster.task(ann, "Read me");

        assertThat(muster.get(path, ann.token()).expect(200).header("ETag")).isEqualTo("\"1\"");
        for (String known : new String[] {"\"1\"", "W/\"1\"", "*", "\"0\", \"1\"", "\"x\" ,W/\"1\""}) {
            Answer answer = muster.send(muster.request(path, ann.token()).header("If-None-Match", known));
            assertThat(answer.expect(304).body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        }
        muster.send(muster.request(path, ann.token()).header("If-None-Match", "\"2\""))
                .expect(200);
    }

    @Test
    void someoneElsesTaskIsNotFound() {
        String path = "/v1/tasks/" + muster.task(ann, "Private");
        Person eve = muster.signUp();

        muster.get(path, eve.token()).expectProblem(404, "task_not_found");
        muster.send("PATCH", path, eve.token(), "{}").expectProblem(404, "task_not_found");
        muster.send("DELETE", path, eve.token(), null).expectProblem(404, "task_not_found");
        muster.post(path + "/restore", eve.token(), null).expectProblem(404, "task_not_found");
        muster.post("/v1/tasks", eve.token(), """
                        {"title": "Child", "parent_id": "%s"}""".formatted(path.substring(10)))
                .expectPlace("/parent_id", "parent_not_found");
        assertThat(muster.get("/v1/tasks", eve.token()).json().path("data")).isEmpty();
    }

    @Test
    void patchLeavesWhatIsAbsentAndClearsWhatIsNull() {
        String path = "/v1/tasks/" + muster.post("/v1/tasks", ann.token(), """
                        {"title": "Old", "description": "gone", "story_points": 3, "labels": ["x"],
                         "due_at": "2030-01-31T12:00:00Z"}""").text("id");

        Answer changed = muster.send(muster.request(path, ann.token())
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", BodyPublishers.ofString("""
                                        {"title": "New", "description": null, "labels": null, "due_at": null}""")))
                .expect(200);

        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("title")).isEqualTo("New");
        assertThat(changed.json().path("description").isNull()).isTrue();
        assertThat(changed.json().path("due_at").isNull()).isTrue();
        assertThat(changed.json().path("labels")).isEmpty();
        assertThat(changed.json().path("story_points").asInt()).isEqualTo(3);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void patchThatChangesNothingKeepsTheVersion() {
        String path = "/v1/tasks/" + muster.task(ann, "Same");

        assertThat(patch(path, null, "{\"title\": \"Same\"}").expect(200).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource({"title", "status", "priority"})
    void patchCanNotClearWhatThereAlwaysIs(String member) {
        String path = "/v1/tasks/" + muster.task(ann, "Whole");

        patch(path, null, "{\"" + member + "\": null}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/" + member, "required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"1\" | 200",
                "* | 200",
                "\"7\", \"1\" | 200",
                "\"2\" | 412",
                "\"7\", \"8\" | 412",
                "W/\"1\" | 412",
                "\"foreign\" | 412",
                "\"01\" | 412",
                "\"99999999999999999999\" | 412"
            })
    void patchIsForTheVersionThatIsNamed(String ifMatch, int status) {
        String path = "/v1/tasks/" + muster.task(ann, "Versioned");

        Answer answer = patch(path, ifMatch, "{\"title\": \"Changed\"}").expect(status);

        if (status == 412) {
            answer.expectProblem(412, "stale_version");
        }
    }

    @Test
    void deletedTaskIsInTheTrashUntilRestored() {
        String id = muster.task(ann, "Trash");
        String path = "/v1/tasks/" + id;

        muster.send(muster.request(path, ann.token())
                        .header("If-Match", "\"2\"")
                        .DELETE())
                .expectProblem(412, "stale_version");
        Answer deleted = muster.send("DELETE", path, ann.token(), null).expect(204);
        assertThat(deleted.body()).isEmpty();
        muster.get(path, ann.token()).expectProblem(404, "task_not_found");
        muster.send("DELETE", path, ann.token(), null).expectProblem(404, "task_not_found");
        assertThat(muster.get("/v1/tasks?deleted=true", ann.token())
                        .json()
                        .at("/data/0/deleted_at")
                        .asText())
                .isNotEmpty();

        Answer restored = muster.post(path + "/restore", ann.token(), null).expect(200);
        assertThat(restored.header("ETag")).isEqualTo("\"3\"");
        assertThat(restored.json().path("deleted_at").isNull()).isTrue();
        muster.post(path + "/restore", ann.token(), null).expectProblem(409, "task_not_deleted");
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        String path = "/v1/tasks/" + muster.task(ann, "Head");

        Answer head = muster.send("HEAD", path, ann.token(), null).expect(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo("\"1\"");
        assertThat(muster.send("HEAD", path + "0", ann.token(), null)
                        .expect(404)
                        .body())
                .isEmpty();
    }

    private Answer patch(String path, String ifMatch, String json) {
        HttpRequest.Builder request = muster.request(path, ann.token())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json));
        return muster.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}
