package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.shared.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks in projects, by their keys. */
final class TaskKeyJourneyTest {

    private Caller ann;
    private Caller eve;

    @BeforeEach
    void signIn() {
        Caller anonymous = MusterRunning.ofThisJvm().anonymous();
        ann = Person.join(anonymous).signedIn();
        eve = Person.join(anonymous).signedIn();
    }

    @Test
    void findsATaskByItsKeyForItsOwnerAlone() {
        Answer task = make(project(ann, "KAN"));
        project(eve, "KAN");

        assertThat(task.text("key")).isEqualTo("KAN-1");
        assertThat(ann.get("/v1/tasks/kan-1").expect(200).json()).isEqualTo(task.json());
        eve.get("/v1/tasks/KAN-1").expectProblem(404, "task_not_found");
        ann.get("/v1/tasks/KAN-2").expectProblem(404, "task_not_found");
    }

    @Test
    void changesDeletesAndRestoresByTheKey() {
        Answer task = make(project(ann, "KAN"));

        ann.patch("/v1/tasks/KAN-1", "{\"title\": \"Renamed\"}", "If-Match", task.header("ETag"))
                .expect(200);
        ann.delete("/v1/tasks/KAN-1").expect(204);
        ann.get("/v1/tasks/KAN-1").expectProblem(404, "task_not_found");
        assertThat(ann.post("/v1/tasks/KAN-1/restore", null).expect(200).text("title"))
                .isEqualTo("Renamed");
    }

    @Test
    void givesEveryTaskItsOwnNumber() {
        String project = project(ann, "KAN");

        List<String> keys = Race.values(Race.of(8, thread -> make(project).text("key")));

        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(number -> "KAN-" + number)
                        .toList());
    }

    @Test
    void givesAnotherKeyInAnotherProject() {
        String kan = project(ann, "KAN");
        String pot = project(ann, "POT");
        String path = "/v1/tasks/" + make(kan).text("id");

        assertThat(move(path, "\"" + pot + "\"").text("key")).isEqualTo("POT-1");
        assertThat(move(path, "null").json().required("key").isNull()).isTrue();
        assertThat(move(path, "\"" + kan + "\"").text("key")).isEqualTo("KAN-2");
    }

    @Test
    void numbersABatchInItsOrder() {
        String create =
                "{\"op\": \"create\", \"task\": {\"title\": \"T\", \"project_id\": \"" + project(ann, "KAN") + "\"}}";

        Answer batch = ann.post("/v1/tasks/batch", "{\"operations\": [" + create + "," + create + "," + create + "]}")
                .expect(200);

        assertThat(batch.json().required("results").findValuesAsText("key")).containsExactly("KAN-1", "KAN-2", "KAN-3");
    }

    @Test
    void refusesProjectsOfOthers() {
        String eves = project(eve, "EVE");

        ann.post("/v1/tasks", "{\"title\": \"Mine\", \"project_id\": \"" + eves + "\"}")
                .expectProblem(422, "validation_failed");
        assertThat(make(project(ann, "KAN")).text("key")).isEqualTo("KAN-1");
    }

    @Test
    void listsAProjectByIdOrKey() {
        String kan = project(ann, "KAN");
        make(kan);
        make(project(ann, "POT"));

        for (String named : List.of(kan, "KAN", "kan")) {
            assertThat(ann.get("/v1/tasks?project_id=" + named)
                            .expect(200)
                            .json()
                            .required("data")
                            .findValuesAsText("key"))
                    .containsExactly("KAN-1");
        }
        assertThat(eve.get("/v1/tasks?project_id=" + kan).expect(200).json().required("data"))
                .isEmpty();
    }

    private static String project(Caller owner, String key) {
        return owner.post("/v1/projects", "{\"key\": \"" + key + "\", \"name\": \"Garden\"}")
                .expect(201)
                .text("id");
    }

    private Answer make(String project) {
        return ann.post("/v1/tasks", "{\"title\": \"Keyed\", \"project_id\": \"" + project + "\"}")
                .expect(201);
    }

    private Answer move(String path, String project) {
        return ann.patch(path, "{\"project_id\": " + project + "}").expect(200);
    }
}
