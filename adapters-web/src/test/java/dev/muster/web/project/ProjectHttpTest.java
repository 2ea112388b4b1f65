package dev.muster.web.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();

    @Test
    void createdProjectHasEveryMember() {
        Answer created = muster.post("/v1/projects", ann.token(), """
                {"key": "kan", "name": "Kanban board"}""").expect(201);

        String id = created.text("id");
        String now = "2026-03-02T09:30:00.123456Z";
        assertThat(created.header("Location")).isEqualTo("/v1/projects/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.body()).isEqualTo("""
                        {"id":"%s","key":"KAN","name":"Kanban board","description":null,"language":null,\
                        "status":"draft","created_at":"%s","updated_at":"%s","version":1}""".formatted(id, now, now));
    }

    @Test
    void createdProjectKeepsWhatIsGiven() {
        JsonNode project =
                muster.post("/v1/projects", ann.token(), """
                        {"key": " A1 ", "name": " Trimmed ", "description": "two\\nlines", "language": " Java ",
                         "status": "active"}""").expect(201).json();

        assertThat(project.path("key").asText()).isEqualTo("A1");
        assertThat(project.path("name").asText()).isEqualTo("Trimmed");
        assertThat(project.path("description").asText()).isEqualTo("two\nlines");
        assertThat(project.path("language").asText()).isEqualTo("Java");
        assertThat(project.path("status").asText()).isEqualTo("active");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        JsonNode errors = muster.post("/v1/projects", ann.token(), """
                        {"key": "1X", "description": "\\u0000", "language": "", "status": "done"}""")
                .expectProblem(422, "validation_failed")
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactlyInAnyOrder(
                        "/key invalid_format",
                        "/name required",
                        "/description invalid_character",
                        "/language required",
                        "/status unknown_value");
    }

    @Test
    void keyAndNameHaveToBeThere() {
        for (String nothing : new String[] {"{}", "{\"key\": null, \"name\": null}"}) {
            assertThat(muster.post("/v1/projects", ann.token(), nothing)
                            .expectProblem(422, "validation_failed")
                            .json()
                            .path("errors"))
                    .extracting(place -> place.path("pointer").asText() + " "
                            + place.path("code").asText())
                    .containsExactly("/key required", "/name required");
        }
    }

    @Test
    void keyThatIsTakenIsRefused() {
        muster.project(ann, "KAN");
        String other = muster.project(ann, "BAN");

        muster.post("/v1/projects", ann.token(), "{\"key\": \"kan\", \"name\": \"Second\"}")
                .expectProblem(409, "project_key_taken");
        muster.send("PATCH", "/v1/projects/" + other, ann.token(), "{\"key\": \"kan\"}")
                .expectProblem(409, "project_key_taken");
        muster.project(muster.signUp(), "KAN");
    }

    @Test
    void projectIsNamedByIdOrByKeyInAnyCase() {
        String id = muster.project(ann, "KAN");

        for (String name : new String[] {id, id.toUpperCase(Locale.ROOT), "KAN", "kan"}) {
            assertThat(muster.get("/v1/projects/" + name, ann.token())
                            .expect(200)
                            .text("id"))
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "x", "00000000-0000-7000-8000-000000000000", "no-key", "%00", "12345678901"})
    void whatIsNoProjectIsNotFound(String name) {
        muster.get("/v1/projects/" + name, ann.token()).expectProblem(404, "project_not_found");
        muster.send("PATCH", "/v1/projects/" + name, ann.token(), "{}").expectProblem(404, "project_not_found");
    }

    @Test
    void someoneElsesProjectIsNotFound() {
        String id = muster.project(ann, "KAN");
        Person eve = muster.signUp();

        for (String path : new String[] {"/v1/projects/" + id, "/v1/projects/KAN"}) {
            muster.get(path, eve.token()).expectProblem(404, "project_not_found");
            muster.send("PATCH", path, eve.token(), "{}").expectProblem(404, "project_not_found");
        }
        assertThat(muster.get("/v1/projects", eve.token()).json().path("data")).isEmpty();
    }

    @Test
    void readProjectIsNotSentAgainToWhoHasIt() {
        muster.project(ann, "KAN");

        assertThat(muster.get("/v1/projects/KAN", ann.token()).expect(200).header("ETag"))
                .isEqualTo("\"1\"");
        Answer known =
                muster.send(muster.request("/v1/projects/KAN", ann.token()).header("If-None-Match", "\"1\""));
        assertThat(known.expect(304).body()).isEmpty();
    }

    @Test
    void patchLeavesWhatIsAbsentAndClearsWhatIsNull() {
        muster.post("/v1/projects", ann.token(), """
                {"key": "KAN", "name": "Old", "description": "gone", "language": "Java"}""").expect(201);

        Answer changed = muster.send(muster.request("/v1/projects/KAN", ann.token())
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", BodyPublishers.ofString("""
                                        {"name": "New", "description": null, "status": "archived"}""")))
                .expect(200);

        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("name")).isEqualTo("New");
        assertThat(changed.json().path("description").isNull()).isTrue();
        assertThat(changed.text("language")).isEqualTo("Java");
        assertThat(changed.text("status")).isEqualTo("archived");
        assertThat(patch("/v1/projects/KAN", null, "{\"name\": \"New\"}")
                        .expect(200)
                        .header("ETag"))
                .isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "name", "status"})
    void patchCanNotClearWhatThereAlwaysIs(String member) {
        muster.project(ann, "KAN");

        patch("/v1/projects/KAN", null, "{\"" + member + "\": null}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/" + member, "required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"\"1\" | 200", "* | 200", "\"2\" | 412", "W/\"1\" | 412"})
    void patchIsForTheVersionThatIsNamed(String ifMatch, int status) {
        muster.project(ann, "KAN");

        Answer answer =
                patch("/v1/projects/KAN", ifMatch, "{\"name\": \"Changed\"}").expect(status);

        if (status == 412) {
            answer.expectProblem(412, "stale_version");
        }
    }

    @Test
    void deletedProjectIsGoneWithItsExecutions() {
        muster.project(ann, "KAN");
        String execution = muster.post("/v1/projects/KAN/executions", ann.token(), "{\"agent\": \"reviewer\"}")
                .expect(201)
                .text("id");

        muster.send(muster.request("/v1/projects/KAN", ann.token())
                        .header("If-Match", "\"2\"")
                        .DELETE())
                .expectProblem(412, "stale_version");
        assertThat(muster.send("DELETE", "/v1/projects/kan", ann.token(), null)
                        .expect(204)
                        .body())
                .isEmpty();

        muster.get("/v1/projects/KAN", ann.token()).expectProblem(404, "project_not_found");
        muster.send("DELETE", "/v1/projects/KAN", ann.token(), null).expectProblem(404, "project_not_found");
        muster.get("/v1/executions/" + execution, ann.token()).expectProblem(404, "execution_not_found");
        muster.project(ann, "KAN");
    }

    @Test
    void projectWithTasksStays() {
        String project = muster.project(ann, "KAN");
        String task = muster.post("/v1/tasks", ann.token(), """
                        {"title": "In the way", "project_id": "%s"}""".formatted(project))
                .expect(201)
                .text("id");

        muster.send("DELETE", "/v1/projects/KAN", ann.token(), null).expectProblem(409, "project_not_empty");
        muster.send("DELETE", "/v1/tasks/" + task, ann.token(), null).expect(204);
        muster.send("DELETE", "/v1/projects/KAN", ann.token(), null).expect(204);
        assertThat(muster.get("/v1/tasks?deleted=true", ann.token())
                        .json()
                        .at("/data/0/project_id")
                        .isNull())
                .isTrue();
    }

    private Answer patch(String path, String ifMatch, String json) {
        HttpRequest.Builder request = muster.request(path, ann.token())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json));
        return muster.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}
