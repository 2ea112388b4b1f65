package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where tasks belong, and the keys that they get there. */
class TaskPlaceHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();

    @Test
    void taskOfAProjectIsFoundByItsKeyInAnyCase() {
        String project = muster.project(ann, "KAN");
        Answer made = make("""
                {"title": "Keyed", "project_id": "%s"}""".formatted(project)).expect(201);

        assertThat(made.text("key")).isEqualTo("KAN-1");
        assertThat(made.text("project_id")).isEqualTo(project);
        for (String key : List.of("KAN-1", "kan-1", "Kan-1")) {
            assertThat(muster.get("/v1/tasks/" + key, ann.token()).expect(200).body())
                    .isEqualTo(made.body());
        }
    }

    @Test
    void everyRouteOfATaskTakesItsKey() {
        String project = muster.project(ann, "KAN");
        make("""
                {"title": "Keyed", "project_id": "%s"}""".formatted(project)).expect(201);
        String other = muster.task(ann, "Other");

        muster.send("PUT", "/v1/tasks/kan-1/blocked-by/" + other, ann.token(), null)
                .expect(204);
        muster.send("PUT", "/v1/tasks/" + other + "/blocked-by/KAN-1", ann.token(), null)
                .expectProblem(409, "dependency_cycle");
        muster.send("DELETE", "/v1/tasks/KAN-1/blocked-by/" + other, ann.token(), null)
                .expect(204);
        patch("/v1/tasks/KAN-1", "{\"title\": \"Renamed\"}").expect(200);
        muster.send("DELETE", "/v1/tasks/KAN-1", ann.token(), null).expect(204);
        muster.get("/v1/tasks/KAN-1", ann.token()).expectProblem(404, "task_not_found");
        assertThat(muster.post("/v1/tasks/KAN-1/restore", ann.token(), null)
                        .expect(200)
                        .text("title"))
                .isEqualTo("Renamed");
    }

    @Test
    void keysOfOthersAndOfNothingAreNotFound() {
        Person eve = muster.signUp();
        make("""
                {"title": "Private", "project_id": "%s"}""".formatted(muster.project(ann, "KAN"))).expect(201);

        muster.get("/v1/tasks/KAN-1", eve.token()).expectProblem(404, "task_not_found");
        for (String key :
                List.of("KAN-2", "KAN-0", "KAN-01", "KAN-1000000000", "K-1", "KAN", "-1", "1-1", "ToolongKEYS-1")) {
            muster.get("/v1/tasks/" + key, ann.token()).expectProblem(404, "task_not_found");
        }
    }

    @Test
    void anotherProjectGivesAnotherKeyAndNoneTakesItAway() {
        String kan = muster.project(ann, "KAN");
        String pot = muster.project(ann, "POT");
        String path = "/v1/tasks/" + muster.task(ann, "Moved");

        assertThat(patch(path, "{\"project_id\": \"" + kan + "\"}").expect(200).text("key"))
                .isEqualTo("KAN-1");
        assertThat(patch(path, "{\"project_id\": \"" + pot + "\"}").expect(200).text("key"))
                .isEqualTo("POT-1");
        Answer out = patch(path, "{\"project_id\": null}").expect(200);
        assertThat(out.json().path("key").isNull()).isTrue();
        assertThat(out.json().path("project_id").isNull()).isTrue();
        assertThat(out.header("ETag")).isEqualTo("\"4\"");
        muster.get("/v1/tasks/KAN-1", ann.token()).expectProblem(404, "task_not_found");
    }

    @Test
    void projectOfSomeoneElseIsNotFound() {
        String project = muster.project(muster.signUp(), "EVE");
        String path = "/v1/tasks/" + muster.task(ann, "Stays");

        for (String id : List.of(project, UUID.randomUUID().toString(), "EVE")) {
            make("{\"title\": \"New\", \"project_id\": \"" + id + "\"}")
                    .expectProblem(422, "validation_failed")
                    .expectPlace("/project_id", "project_not_found");
            patch(path, "{\"project_id\": \"" + id + "\"}")
                    .expectProblem(422, "validation_failed")
                    .expectPlace("/project_id", "project_not_found");
        }
    }

    @Test
    void partsGoBelowOtherTasksButNotBelowThemselves() {
        String whole = muster.task(ann, "Whole");
        String part = muster.task(ann, "Part");

        Answer moved =
                patch("/v1/tasks/" + part, "{\"parent_id\": \"" + whole + "\"}").expect(200);
        assertThat(moved.text("parent_id")).isEqualTo(whole);
        for (String parent : List.of(whole, part)) {
            patch("/v1/tasks/" + whole, "{\"parent_id\": \"" + parent + "\"}")
                    .expectProblem(422, "validation_failed")
                    .expectPlace("/parent_id", "parent_cycle");
        }
        assertThat(patch("/v1/tasks/" + part, "{\"parent_id\": null}")
                        .expect(200)
                        .json()
                        .path("parent_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void partsGoDownFiveLevels() {
        String parent = muster.task(ann, "Root");
        for (int level = 1; level <= 5; level++) {
            parent = make("{\"title\": \"Part\", \"parent_id\": \"" + parent + "\"}")
                    .expect(201)
                    .text("id");
        }

        make("{\"title\": \"Part\", \"parent_id\": \"" + parent + "\"}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/parent_id", "too_deep");
    }

    @Test
    void parentInTheTrashIsNotFound() {
        String parent = muster.task(ann, "Trashed");
        muster.send("DELETE", "/v1/tasks/" + parent, ann.token(), null).expect(204);

        patch("/v1/tasks/" + muster.task(ann, "Part"), "{\"parent_id\": \"" + parent + "\"}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/parent_id", "parent_not_found");
    }

    private Answer make(String json) {
        return muster.post("/v1/tasks", ann.token(), json);
    }

    private Answer patch(String path, String json) {
        return muster.send("PATCH", path, ann.token(), json);
    }
}
