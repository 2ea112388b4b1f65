package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testkit.shared.Race;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tasks that wait for others, and tasks that are parts of others. */
final class TaskDependencyJourneyTest {

    private Caller ann;

    @BeforeEach
    void signIn() {
        ann = Person.join(MusterRunning.ofThisJvm().anonymous()).signedIn();
    }

    @Test
    void completesATaskOnlyAfterWhatItWaitsFor() {
        String paint = make("Paint the fence");
        String buy = make("Buy paint");
        block(paint, buy).expect(204);

        JsonNode waiting = read(paint);
        assertThat(waiting.required("blocked").asBoolean()).isTrue();
        assertThat(waiting.required("blocked_by").get(0).asText()).isEqualTo(buy);
        complete(paint).expectProblem(409, "task_blocked");
        assertThat(titles("/v1/tasks?blocked=true")).containsExactly("Paint the fence");

        complete(buy).expect(200);
        assertThat(read(paint).required("version").asLong())
                .isGreaterThan(waiting.required("version").asLong());
        assertThat(titles("/v1/tasks?blocked=true")).isEmpty();
        complete(paint).expect(200);
    }

    @Test
    void trashBlocksNothing() {
        String paint = make("Paint the fence");
        String buy = make("Buy paint");
        block(paint, buy).expect(204);

        ann.delete("/v1/tasks/" + buy).expect(204);
        assertThat(read(paint).required("blocked").asBoolean()).isFalse();
        ann.post("/v1/tasks/" + buy + "/restore", null).expect(200);
        assertThat(read(paint).required("blocked").asBoolean()).isTrue();

        ann.delete("/v1/tasks/" + paint + "/blocked-by/" + buy).expect(204);
        ann.delete("/v1/tasks/" + paint + "/blocked-by/" + buy).expect(204);
        assertThat(read(paint).required("blocked_by")).isEmpty();
    }

    @Test
    void refusesCirclesOfAnyLength() {
        List<String> tasks = List.of(make("A"), make("B"), make("C"), make("D"));
        for (int i = 0; i < 3; i++) {
            block(tasks.get(i), tasks.get(i + 1)).expect(204);
        }

        tasks.forEach(task -> block(tasks.getLast(), task).expectProblem(409, "dependency_cycle"));
        block(tasks.getFirst(), tasks.getLast()).expect(204);
    }

    @RepeatedTest(5)
    void refusesOneOfTwoThatWouldWaitForEachOther() {
        String a = make("A");
        String b = make("B");

        List<Integer> answers = Race.values(Race.of(2, thread -> (thread == 0 ? block(a, b) : block(b, a)).status()));

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
    }

    @RepeatedTest(5)
    void refusesOneOfTwoThatWouldBePartsOfEachOther() {
        String a = make("A");
        String b = make("B");

        List<Integer> answers = Race.values(Race.of(2, thread -> (thread == 0 ? move(a, b) : move(b, a)).status()));

        assertThat(answers).containsExactlyInAnyOrder(200, 422);
    }

    @RepeatedTest(5)
    void neverCompletesATaskThatIsBlockedAtTheSameTime() {
        String paint = make("Paint the fence");
        String buy = make("Buy paint");

        List<Integer> answers =
                Race.values(Race.of(2, thread -> (thread == 0 ? complete(paint) : block(paint, buy)).status()));

        assertThat(answers.getLast()).isEqualTo(204);
        String status = read(paint).required("status").asText();
        assertThat(status).isEqualTo(answers.getFirst() == 200 ? "completed" : "pending");
    }

    @RepeatedTest(3)
    void letsOneOfTwoClientsWinWhoKnowTheSameVersion() {
        String paint = make("Paint the fence");
        String buy = make("Buy paint");

        List<Integer> answers = Race.values(Race.of(
                2,
                thread -> (thread == 0
                                ? ann.send(
                                        "PUT", "/v1/tasks/" + paint + "/blocked-by/" + buy, null, "If-Match", "\"1\"")
                                : ann.patch("/v1/tasks/" + paint, "{\"title\": \"Mine\"}", "If-Match", "\"1\""))
                        .status()));

        assertThat(answers).containsOnlyOnce(412).containsAnyOf(200, 204);
        assertThat(read(paint).required("version").asLong()).isEqualTo(2);
    }

    @Test
    void movesTasksWithTheirPartsFiveLevelsDeep() {
        String root = make("Root");
        String level = root;
        for (int i = 1; i <= 4; i++) {
            String part = make("Level " + i);
            move(part, level).expect(200);
            level = part;
        }
        String whole = make("Whole");
        String part = make("Part");
        move(part, whole).expect(200);

        move(whole, level).expectProblem(422, "validation_failed");
        move(root, level).expectProblem(422, "validation_failed");
        move(root, root).expectProblem(422, "validation_failed");
        move(part, level).expect(200);
        assertThat(titles("/v1/tasks?parent_id=" + level)).containsExactly("Part");
        assertThat(ann.patch("/v1/tasks/" + part, "{\"parent_id\": null}")
                        .expect(200)
                        .json()
                        .required("parent_id")
                        .isNull())
                .isTrue();
    }

    private String make(String title) {
        return ann.post("/v1/tasks", "{\"title\": \"" + title + "\"}")
                .expect(201)
                .text("id");
    }

    private Answer block(String task, String other) {
        return ann.send("PUT", "/v1/tasks/" + task + "/blocked-by/" + other, null);
    }

    private Answer complete(String task) {
        return ann.patch("/v1/tasks/" + task, "{\"status\": \"completed\"}");
    }

    private Answer move(String task, String parent) {
        return ann.patch("/v1/tasks/" + task, "{\"parent_id\": \"" + parent + "\"}");
    }

    private JsonNode read(String task) {
        return ann.get("/v1/tasks/" + task).expect(200).json();
    }

    private List<String> titles(String path) {
        return ann.get(path).expect(200).json().required("data").findValuesAsText("title");
    }
}
