package dev.muster.web.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class TemplateHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final String ann = muster.signUp().token();

    @Test
    void templateIsMadeAndRead() {
        Answer made = make("""
                {"name": "test", "title": "Test {{story.title}}", "description": "{{story.key}}", "priority": "low",
                 "story_points": 2, "labels": ["test"]}""").expect(201);

        assertThat(made.header("Location")).isEqualTo("/v1/task-templates/test");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.json().path("is_built_in").asBoolean()).isFalse();
        assertThat(made.text("title")).isEqualTo("Test {{story.title}}");
        assertThat(made.text("priority")).isEqualTo("low");
        assertThat(muster.get("/v1/task-templates/test", ann).expect(200).json())
                .isEqualTo(made.json());
        make("{\"name\": \"test\", \"title\": \"x\"}").expectProblem(409, "template_exists");
    }

    @Test
    void whatIsNotGivenIsNull() {
        JsonNode made =
                make("{\"name\": \"test\", \"title\": \"x\"}").expect(201).json();

        for (String member : List.of("description", "priority", "story_points")) {
            assertThat(made.required(member).isNull()).as(member).isTrue();
        }
        assertThat(made.required("labels")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsTold() {
        Answer wrong = make("""
                {"name": "Not a slug", "title": "", "priority": "highest", "story_points": -1, "labels": ["", "a\\nb"]}""").expectProblem(422, "validation_failed");

        assertThat(wrong.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/name", "/title", "/priority", "/story_points", "/labels/0", "/labels/1");
        make("{}").expectProblem(422, "validation_failed").expectPlace("/name", "required");
        make("{\"name\": \"x\", \"title\": \"{{story.owner}}\"}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/title", "unknown_placeholder");
        make("{\"name\": \"x\", \"title\": \"x\", \"description\": \"{{#today}}\"}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/description", "invalid_format");
        make("{\"name\": \"x\", \"title\": \"x\", \"owner\": 1}").expectProblem(400, "unknown_property");
    }

    @Test
    void putGivesAllOfTheContentAnew() {
        make("{\"name\": \"test\", \"title\": \"x\", \"labels\": [\"a\"]}").expect(201);

        Answer changed = put("test", "{\"title\": \"y\"}").expect(200);
        assertThat(changed.text("title")).isEqualTo("y");
        assertThat(changed.json().required("labels")).isEmpty();
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        put("test", "{}").expectProblem(422, "validation_failed").expectPlace("/title", "required");
        put("unknown", "{\"title\": \"y\"}").expectProblem(404, "template_not_found");
        put("Not a slug".replace(" ", "%20"), "{\"title\": \"y\"}").expectProblem(404, "template_not_found");
    }

    @Test
    void preconditionsAreKept() {
        make("{\"name\": \"test\", \"title\": \"x\"}").expect(201);
        assertThat(muster.send(muster.request("/v1/task-templates/test", ann).header("If-None-Match", "\"1\""))
                        .status())
                .isEqualTo(304);
        put("test", "{\"title\": \"y\"}").expect(200);

        muster.send(muster.request("/v1/task-templates/test", ann)
                        .header("If-Match", "\"1\"")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"title\": \"z\"}")))
                .expectProblem(412, "stale_version");
        muster.send(muster.request("/v1/task-templates/test", ann)
                        .header("If-Match", "\"1\"")
                        .DELETE())
                .expectProblem(412, "stale_version");
        muster.send("DELETE", "/v1/task-templates/test", ann, null).expect(204);
        muster.get("/v1/task-templates/test", ann).expectProblem(404, "template_not_found");
    }

    @Test
    void builtInTemplateIsReadAndNeverChanged() {
        Answer builtIn = muster.get("/v1/task-templates/database", ann).expect(200);

        assertThat(builtIn.json().path("is_built_in").asBoolean()).isTrue();
        assertThat(builtIn.text("title")).isEqualTo("{{story.title}} - DB");
        make("{\"name\": \"database\", \"title\": \"x\"}").expectProblem(409, "template_built_in");
        put("database", "{\"title\": \"x\"}").expectProblem(409, "template_built_in");
        muster.send("DELETE", "/v1/task-templates/database", ann, null).expectProblem(409, "template_built_in");
    }

    @Test
    void listIsPagedByName() {
        for (String name : List.of("z", "a", "m", "b")) {
            make("{\"name\": \"%s\", \"title\": \"x\"}".formatted(name)).expect(201);
        }
        List<String> names = new ArrayList<>();
        String next = "/v1/task-templates?limit=2&count=true";
        while (next != null) {
            Answer page = muster.get(next, ann).expect(200);
            assertThat(page.json().path("total_count").asInt()).isEqualTo(5);
            page.json()
                    .path("data")
                    .forEach(template -> names.add(template.path("name").asText()));
            assertThat(page.json().path("has_more").asBoolean()).isEqualTo(page.header("Link") != null);
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(names).containsExactly("a", "b", "database", "m", "z");
        muster.get("/v1/task-templates?cursor=x", ann).expectProblem(400, "invalid_cursor");
        muster.get("/v1/task-templates?sort=name", ann).expectProblem(400, "unknown_parameter");
    }

    @Test
    void templateMakesATaskOfAStoryOnce() {
        String story = muster.post("/v1/tasks", ann, """
                {"title": "Order", "description": "- orders: total", "priority": "urgent"}""").expect(201).text("id");

        Answer made = apply(story, "{\"template\": \"database\"}").expect(201);
        JsonNode task = made.json().required("task");
        assertThat(made.header("Location"))
                .isEqualTo("/v1/tasks/" + task.path("id").asText());
        assertThat(task.path("title").asText()).isEqualTo("Order - DB");
        assertThat(task.path("parent_id").asText()).isEqualTo(story);
        assertThat(task.path("priority").asText()).isEqualTo("urgent");
        assertThat(task.path("labels")).hasSize(5);
        assertThat(made.json().required("warnings")).hasSize(4);
        assertThat(muster.get(made.header("Location"), ann).expect(200).json()).isEqualTo(task);

        JsonNode again = apply(story, "{\"template\": \"database\"}")
                .expectProblem(409, "template_already_applied")
                .json();
        assertThat(again.required("task").required("id")).isEqualTo(task.required("id"));
        assertThat(again.required("task").required("key").isNull()).isTrue();
    }

    @Test
    void unknownStoryTellsKeysThatMightHaveBeenMeant() {
        RunningMuster.Person bob = muster.signUp();
        String project = muster.project(bob, "KAN");
        muster.post("/v1/tasks", bob.token(), "{\"title\": \"x\", \"project_id\": \"%s\"}".formatted(project))
                .expect(201);

        JsonNode problem = muster.post(
                        "/v1/tasks/KAN-2/tasks-from-template", bob.token(), "{\"template\": \"database\"}")
                .expectProblem(404, "task_not_found")
                .json();
        assertThat(problem.required("similar")).hasSize(1);
        assertThat(problem.required("similar").get(0).asText()).isEqualTo("KAN-1");
        assertThat(apply("neither", "{\"template\": \"database\"}")
                        .expectProblem(404, "task_not_found")
                        .json()
                        .required("similar"))
                .isEmpty();
    }

    @Test
    void templateHasToBeNamed() {
        String story = muster.task(muster.signUp(), "Someone else's");

        for (String body : List.of("{}", "{\"template\": null}", "{\"template\": \"\"}", "{\"template\": \" \"}")) {
            apply(story, body).expectProblem(422, "validation_failed").expectPlace("/template", "required");
        }
        apply(story, "{\"template\": \"No Slug\"}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/template", "invalid_format");
        String own =
                muster.post("/v1/tasks", ann, "{\"title\": \"x\"}").expect(201).text("id");
        apply(own, "{\"template\": \"unknown\"}").expectProblem(404, "template_not_found");
    }

    private Answer make(String json) {
        return muster.post("/v1/task-templates", ann, json);
    }

    private Answer put(String name, String json) {
        return muster.send("PUT", "/v1/task-templates/" + name, ann, json);
    }

    private Answer apply(String story, String json) {
        return muster.post("/v1/tasks/" + story + "/tasks-from-template", ann, json);
    }
}
