package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testkit.shared.Race;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates, from their making to the tasks that they make of stories. */
final class TemplateJourneyTest {

    private static final String DATABASE = "{\"template\": \"database\"}";

    private Caller ann;
    private String project;

    @BeforeEach
    void signIn() {
        ann = Person.join(MusterRunning.ofThisJvm().anonymous()).signedIn();
        project = ann.post("/v1/projects", "{\"key\": \"KAN\", \"name\": \"Shop\"}")
                .expect(201)
                .text("id");
    }

    @Test
    void databaseTaskTellsWhatTheStoryMeansForTheDatabase() {
        String server = make("Set up PostgreSQL", "");
        String story = make("Order products", "- users: email\\n- orders: user_id, total");
        String waiting = make("Pay", "");
        ann.send("PUT", "/v1/tasks/" + story + "/blocked-by/" + server, null).expect(204);
        ann.send("PUT", "/v1/tasks/" + waiting + "/blocked-by/" + story, null).expect(204);

        Answer made = ann.post("/v1/tasks/" + story + "/tasks-from-template", DATABASE)
                .expect(201);
        JsonNode task = made.json().required("task");
        assertThat(task.required("key").asText()).isEqualTo("KAN-4");
        assertThat(task.required("title").asText()).isEqualTo("Order products - DB");
        assertThat(task.required("story_points").asInt()).isEqualTo(2);
        assertThat(task.required("description").asText())
                .contains("\"users\" ||--o{ \"orders\" : \"user_id\"", "create table orders (")
                .contains("### Requires\n\n- KAN-1: Set up PostgreSQL (pending)\n")
                .contains("### Blocks\n\n- KAN-2: Order products\n- KAN-3: Pay\n");
        assertThat(made.json().required("warnings"))
                .extracting(JsonNode::asText)
                .contains("The story waits for KAN-1, which is not done: Set up PostgreSQL")
                .hasSize(5);
        assertThat(ann.get(made.header("Location")).expect(200).json()).isEqualTo(task);
        assertThat(ann.get("/v1/tasks?label=database&parent_id="
                                + task.required("parent_id").asText())
                        .expect(200)
                        .json()
                        .required("data"))
                .hasSize(1);
    }

    @Test
    void infrastructureThatIsDoneIsNoWarning() {
        ann.post("/v1/tasks", """
                {"title": "Set up PostgreSQL", "labels": ["infrastructure"], "status": "completed", "project_id": "%s"}""".formatted(project)).expect(201);
        String story = make("Order products", "");

        assertThat(ann.post("/v1/tasks/" + story + "/tasks-from-template", DATABASE)
                        .expect(201)
                        .json()
                        .required("warnings"))
                .hasSize(3)
                .extracting(JsonNode::asText)
                .noneMatch(warning -> warning.contains("a PostgreSQL server"));
    }

    @Test
    void ofFiftyAtOnceOneMakesTheTask() {
        String story = make("Order products", "");

        List<Answer> answers =
                Race.values(Race.of(50, number -> ann.post("/v1/tasks/" + story + "/tasks-from-template", DATABASE)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        String made = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .json()
                .required("task")
                .required("key")
                .asText();
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.expectProblem(409, "template_already_applied")
                                .json()
                                .required("task")
                                .required("key")
                                .asText())
                        .isEqualTo(made));
        assertThat(ann.get("/v1/tasks?count=true")
                        .expect(200)
                        .json()
                        .required("total_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anotherIsMadeWhenTheFirstIsInTheTrash() {
        String path = "/v1/tasks/" + make("Order products", "") + "/tasks-from-template";
        String first = ann.post(path, DATABASE).expect(201).header("Location");
        ann.delete(first).expect(204);

        String second = ann.post(path, DATABASE).expect(201).header("Location");
        assertThat(second).isNotEqualTo(first);
        ann.post(path, DATABASE).expectProblem(409, "template_already_applied");
    }

    @Test
    void unknownStoryTellsKeysThatMightHaveBeenMeant() {
        make("Order products", "");

        JsonNode problem = ann.post("/v1/tasks/KAN-7/tasks-from-template", DATABASE)
                .expectProblem(404, "task_not_found")
                .json();
        assertThat(problem.required("similar")).extracting(JsonNode::asText).containsExactly("KAN-1");
        ann.post("/v1/tasks/KAN-1/tasks-from-template", "{\"template\": \"\"}").expectProblem(422, "validation_failed");
        ann.post("/v1/tasks/KAN-1/tasks-from-template", "{\"template\": \"unknown\"}")
                .expectProblem(404, "template_not_found");
    }

    @Test
    void ownTemplateIsKeptChangedFilledAndDeleted() {
        Answer made = ann.post("/v1/task-templates", """
                {"name": "test", "title": "Test {{story.key}}: {{story.title}}", "labels": ["test"], "story_points": 2,
                 "description": "{{project.name}}{{#story.description}}: {{story.description}}{{/story.description}}"}""").expect(201);
        assertThat(ann.get(made.header("Location")).expect(200).json()).isEqualTo(made.json());
        assertThat(ann.get("/v1/task-templates")
                        .expect(200)
                        .json()
                        .required("data")
                        .findValuesAsText("name"))
                .containsExactly("database", "test");

        String story = make("<Order> & pay", "Every \\\"item\\\"");
        JsonNode task = ann.post("/v1/tasks/" + story + "/tasks-from-template", "{\"template\": \"test\"}")
                .expect(201)
                .json()
                .required("task");
        assertThat(task.required("title").asText()).isEqualTo("Test KAN-1: <Order> & pay");
        assertThat(task.required("description").asText()).isEqualTo("Shop: Every \"item\"");
        assertThat(task.required("priority").asText()).isEqualTo("high");

        Answer changed = ann.send(
                        "PUT", "/v1/task-templates/test", "{\"title\": \"x\"}", "If-Match", made.header("ETag"))
                .expect(200);
        ann.send("DELETE", "/v1/task-templates/test", null, "If-Match", made.header("ETag"))
                .expectProblem(412, "stale_version");
        ann.send("DELETE", "/v1/task-templates/test", null, "If-Match", changed.header("ETag"))
                .expect(204);
        ann.get("/v1/task-templates/test").expectProblem(404, "template_not_found");
        ann.post("/v1/task-templates", "{\"name\": \"test\", \"title\": \"{{story.owner}}\"}")
                .expectProblem(422, "validation_failed");
    }

    /** The key of a new task. */
    private String make(String title, String description) {
        return ann.post("/v1/tasks", """
                        {"title": "%s", "description": "%s", "priority": "high", "project_id": "%s"}""".formatted(title, description, project))
                .expect(201)
                .text("key");
    }
}
