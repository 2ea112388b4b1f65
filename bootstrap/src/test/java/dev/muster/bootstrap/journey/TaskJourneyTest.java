package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task from its making to the trash and back. */
final class TaskJourneyTest {

    private static final Pattern NEXT = Pattern.compile("<(?<target>[^>]+)>; rel=\"next\"");

    private final Caller anonymous = MusterRunning.ofThisJvm().anonymous();
    private Caller ann;

    @BeforeEach
    void signIn() {
        ann = Person.join(anonymous).signedIn();
    }

    @Test
    void keepsWhatATaskIsMadeOf() {
        Answer parent = make("Whole");
        Answer made = ann.post("/v1/tasks", """
                        {"title": "Ünï 🎈", "description": "one\\ntwo", "status": "in_progress", "priority": "urgent",
                         "due_at": "2030-01-31T13:00:00.123456+01:00", "story_points": 8, "labels": ["b", "a"],
                         "parent_id": "%s"}""".formatted(parent.text("id"))).expect(201);

        assertThat(made.header("Location")).isEqualTo("/v1/tasks/" + made.text("id"));
        assertThat(made.text("title")).isEqualTo("Ünï 🎈");
        assertThat(made.text("description")).isEqualTo("one\ntwo");
        assertThat(made.text("due_at")).isEqualTo("2030-01-31T12:00:00.123456Z");
        assertThat(made.text("parent_id")).isEqualTo(parent.text("id"));
        assertThat(made.json().required("completed_at").isNull()).isTrue();
        Answer read = ann.get(made.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answersNotModifiedToWhoHasTheVersion() {
        Answer made = make("Known");
        String path = path(made);

        assertThat(ann.get(path, "If-None-Match", made.header("ETag"))
                        .expect(304)
                        .body())
                .isEmpty();
        ann.patch(path, "{\"title\": \"Unknown\"}").expect(200);
        ann.get(path, "If-None-Match", made.header("ETag")).expect(200);
    }

    @Test
    void changesWhatIsGivenAndClearsWhatIsNull() {
        Answer made = ann.post(
                        "/v1/tasks",
                        "{\"title\": \"Old\", \"description\": \"kept\", \"story_points\": 3, \"labels\": [\"x\"]}")
                .expect(201);

        Answer changed = ann.patch(
                        path(made),
                        "{\"title\": \"New\", \"story_points\": null}",
                        "If-Match",
                        made.header("ETag"),
                        "Content-Type",
                        "application/merge-patch+json")
                .expect(200);

        assertThat(changed.text("title")).isEqualTo("New");
        assertThat(changed.text("description")).isEqualTo("kept");
        assertThat(changed.json().required("story_points").isNull()).isTrue();
        assertThat(changed.json().required("labels").get(0).asText()).isEqualTo("x");
        assertThat(changed.json().required("version").asLong())
                .isEqualTo(made.json().required("version").asLong() + 1);
    }

    @Test
    void refusesChangesMeantForAnotherVersion() {
        Answer made = make("First");
        ann.patch(path(made), "{\"title\": \"Second\"}").expect(200);

        ann.patch(path(made), "{\"title\": \"Lost\"}", "If-Match", made.header("ETag"))
                .expectProblem(412, "stale_version");
        ann.delete(path(made), "If-Match", made.header("ETag")).expectProblem(412, "stale_version");
        assertThat(ann.get(path(made)).expect(200).text("title")).isEqualTo("Second");
    }

    @Test
    void remembersWhenATaskWasCompleted() {
        Instant before = Instant.now().minusSeconds(1);
        Answer made = make("To do");

        Answer completed = ann.patch(path(made), "{\"status\": \"completed\"}").expect(200);

        assertThat(Instant.parse(completed.text("completed_at"))).isAfter(before);
        assertThat(ann.patch(path(made), "{\"status\": \"pending\"}")
                        .expect(200)
                        .json()
                        .required("completed_at")
                        .isNull())
                .isTrue();
    }

    @Test
    void bringsADeletedTaskBack() {
        Answer made = make("Rubbish");
        ann.delete(path(made), "If-Match", made.header("ETag")).expect(204);

        ann.get(path(made)).expectProblem(404, "task_not_found");
        ann.patch(path(made), "{\"title\": \"x\"}").expectProblem(404, "task_not_found");
        assertThat(titles("/v1/tasks")).isEmpty();
        assertThat(titles("/v1/tasks?deleted=true")).containsExactly("Rubbish");

        Answer restored = ann.post(path(made) + "/restore", null).expect(200);
        assertThat(restored.json().required("deleted_at").isNull()).isTrue();
        assertThat(restored.header("ETag")).isNotEqualTo(made.header("ETag"));
        ann.post(path(made) + "/restore", null).expectProblem(409, "task_not_deleted");
        assertThat(titles("/v1/tasks")).containsExactly("Rubbish");
        assertThat(titles("/v1/tasks?deleted=true")).isEmpty();
    }

    @Test
    void leadsFromPageToPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            made.add(make("Task " + i).text("title"));
        }
        Collections.reverse(made);

        List<String> seen = new ArrayList<>();
        String path = "/v1/tasks?limit=5&status=pending&status=completed&count=true";
        while (!path.isEmpty()) {
            Answer page = ann.get(path).expect(200);
            assertThat(page.json().required("total_count").asInt()).isEqualTo(23);
            page.json()
                    .required("data")
                    .forEach(task -> seen.add(task.required("title").asText()));
            path = next(page);
        }

        assertThat(seen).isEqualTo(made);
    }

    @Test
    void narrowsListsByStateAndPriority() {
        make("Plain");
        ann.post("/v1/tasks", "{\"title\": \"Urgent\", \"priority\": \"urgent\"}")
                .expect(201);
        ann.post("/v1/tasks", "{\"title\": \"Done\", \"status\": \"completed\"}")
                .expect(201);

        assertThat(titles("/v1/tasks?priority=urgent&priority=high")).containsExactly("Urgent");
        assertThat(titles("/v1/tasks?status=completed")).containsExactly("Done");
        assertThat(titles("/v1/tasks?status=completed&priority=urgent")).isEmpty();
    }

    @Test
    void hidesTasksFromEveryoneElse() {
        Caller eve = Person.join(anonymous).signedIn();
        Answer task = make("Secret");
        Answer deleted = make("Deleted secret");
        ann.delete(path(deleted)).expect(204);

        for (Answer secret : List.of(task, deleted)) {
            String path = path(secret);
            eve.get(path).expectProblem(404, "task_not_found");
            eve.patch(path, "{\"title\": \"Mine\"}").expectProblem(404, "task_not_found");
            eve.delete(path).expectProblem(404, "task_not_found");
            eve.post(path + "/restore", null).expectProblem(404, "task_not_found");
        }
        eve.post("/v1/tasks", "{\"title\": \"Child\", \"parent_id\": \"" + task.text("id") + "\"}")
                .expectProblem(422, "validation_failed");
        assertThat(eve.get("/v1/tasks?count=true")
                        .expect(200)
                        .json()
                        .required("total_count")
                        .asInt())
                .isZero();
        assertThat(eve.get("/v1/tasks?deleted=true").expect(200).json().required("data"))
                .isEmpty();
        assertThat(ann.get(path(task)).expect(200).json()).isEqualTo(task.json());
    }

    private Answer make(String title) {
        return ann.post("/v1/tasks", "{\"title\": \"" + title + "\"}").expect(201);
    }

    private static String path(Answer task) {
        return "/v1/tasks/" + task.text("id");
    }

    private List<String> titles(String path) {
        JsonNode data = ann.get(path).expect(200).json().required("data");
        return data.findValuesAsText("title");
    }

    /** Where the next page is; Link and body have to agree. */
    private static String next(Answer page) {
        Matcher link = NEXT.matcher(page.header("Link"));
        boolean more = page.json().required("has_more").asBoolean();
        assertThat(link.matches()).isEqualTo(more);
        assertThat(page.json().required("next_cursor").isNull()).isNotEqualTo(more);
        return more ? link.group("target") : "";
    }
}
