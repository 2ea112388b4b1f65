package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testkit.shared.Race;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many tasks at once: all of it happens, or nothing. */
final class TaskBatchJourneyTest {

    private Caller ann;

    @BeforeEach
    void signIn() {
        ann = Person.join(MusterRunning.ofThisJvm().anonymous()).signedIn();
    }

    @Test
    void makesChangesAndDeletesTogether() {
        String changed = make("Changed");
        String deleted = make("Deleted");

        JsonNode results = batch("""
                        {"op": "create", "task": {"title": "Part", "parent_id": "%s", "story_points": 3}},
                        {"op": "update", "id": "%s", "version": 1, "task": {"status": "completed", "labels": ["x"]}},
                        {"op": "delete", "id": "%s", "version": 1}""".formatted(changed, changed, deleted))
                .expect(200)
                .json()
                .required("results");

        assertThat(results.findValuesAsText("op")).containsExactly("create", "update", "delete");
        for (int i = 0; i < 2; i++) {
            JsonNode task = results.get(i).required("task");
            assertThat(ann.get("/v1/tasks/" + task.required("id").asText())
                            .expect(200)
                            .json())
                    .isEqualTo(task);
        }
        assertThat(results.get(2).required("task").isNull()).isTrue();
        assertThat(titles("/v1/tasks?deleted=true")).containsExactly("Deleted");
    }

    @Test
    void leavesNothingWhenTheLastOperationFails() {
        String known = make("Known");
        String create = "{\"op\": \"create\", \"task\": {\"title\": \"Nothing\"}}";
        String update = "{\"op\": \"update\", \"id\": \"" + known + "\", \"task\": {\"title\": \"Nothing\"}}";
        String unknown = "{\"op\": \"delete\", \"id\": \"00000000-0000-7000-8000-000000000000\"}";

        Answer refused = batch(String.join(",", Collections.nCopies(98, create)) + "," + update + "," + unknown)
                .expectProblem(404, "task_not_found");

        assertThat(refused.json().required("errors").get(0).required("pointer").asText())
                .isEqualTo("/operations/99/id");
        assertThat(titles("/v1/tasks")).containsExactly("Known");
    }

    @Test
    void seesWhatEarlierOperationsDid() {
        String first = make("First");
        String second = make("Second");
        ann.send("PUT", "/v1/tasks/" + second + "/blocked-by/" + first, null).expect(204);

        batch(complete(second) + "," + complete(first)).expectProblem(409, "task_blocked");
        JsonNode results = batch(complete(first) + "," + complete(second))
                .expect(200)
                .json()
                .required("results");

        JsonNode last = results.get(1).required("task");
        assertThat(last.required("status").asText()).isEqualTo("completed");
        assertThat(ann.get("/v1/tasks/" + second).expect(200).json()).isEqualTo(last);
    }

    @Test
    void changesAHundredTasksAtOnce() {
        String create = "{\"op\": \"create\", \"task\": {\"title\": \"Many\"}}";
        JsonNode made = batch(String.join(",", Collections.nCopies(100, create)))
                .expect(200)
                .json()
                .required("results");

        String updates = IntStream.range(0, 100)
                .mapToObj(i -> made.get(i).required("id").asText())
                .map(id ->
                        "{\"op\": \"update\", \"id\": \"" + id + "\", \"version\": 1, \"task\": {\"title\": \"All\"}}")
                .collect(Collectors.joining(","));
        batch(updates).expect(200);
        batch(updates).expectProblem(412, "stale_version");

        assertThat(titles("/v1/tasks?limit=100")).hasSize(100).containsOnly("All");
    }

    @Test
    void takesBatchesThatMeet() {
        String a = make("A");
        String b = make("B");

        List<Integer> answers = Race.values(Race.of(
                4,
                thread -> batch(
                                thread % 2 == 0
                                        ? label(a, thread) + "," + label(b, thread)
                                        : label(b, thread) + "," + label(a, thread))
                        .status()));

        assertThat(answers).containsOnly(200);
        for (String task : List.of(a, b)) {
            assertThat(ann.get("/v1/tasks/" + task)
                            .expect(200)
                            .json()
                            .required("version")
                            .asInt())
                    .isEqualTo(5);
        }
    }

    /** Two that each hold what the other wants next are told apart by the database a second later, and so often give up. */
    @Test
    void batchesOfTasksThatWaitForEachOtherDoNotHoldEachOtherUp() {
        List<String> line =
                IntStream.range(0, 12).mapToObj(i -> make("Task " + i)).toList();
        for (int i = 1; i < line.size(); i++) {
            ann.send("PUT", "/v1/tasks/" + line.get(i - 1) + "/blocked-by/" + line.get(i), null)
                    .expect(204);
        }

        for (int round = 0; round < 3; round++) {
            int first = 20 * round;
            assertThat(Race.values(Race.of(20, thread -> toggle(line, new Random(first + thread)))))
                    .containsOnly(200);
        }
    }

    /** Finishes and opens half of the tasks, whichever. */
    private int toggle(List<String> tasks, Random random) {
        List<String> some = new ArrayList<>(tasks);
        Collections.shuffle(some, random);
        return batch(some.stream()
                        .limit(6)
                        .map(task -> status(task, random.nextBoolean() ? "cancelled" : "pending"))
                        .collect(Collectors.joining(",")))
                .status();
    }

    private static String label(String task, int thread) {
        return "{\"op\": \"update\", \"id\": \"" + task + "\", \"task\": {\"labels\": [\"thread " + thread + "\"]}}";
    }

    private static String complete(String task) {
        return status(task, "completed");
    }

    private static String status(String task, String status) {
        return "{\"op\": \"update\", \"id\": \"" + task + "\", \"task\": {\"status\": \"" + status + "\"}}";
    }

    private Answer batch(String operations) {
        return ann.post("/v1/tasks/batch", "{\"operations\": [" + operations + "]}");
    }

    private String make(String title) {
        return ann.post("/v1/tasks", "{\"title\": \"" + title + "\"}")
                .expect(201)
                .text("id");
    }

    private List<String> titles(String path) {
        return ann.get(path).expect(200).json().required("data").findValuesAsText("title");
    }
}
