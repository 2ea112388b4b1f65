package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects, from their making to their end. */
final class ProjectJourneyTest {

    private final Caller anonymous = MusterRunning.ofThisJvm().anonymous();
    private Caller ann;

    @BeforeEach
    void signIn() {
        ann = Person.join(anonymous).signedIn();
    }

    @Test
    void keepsWhatAProjectIsMadeOf() {
        Answer made = ann.post("/v1/projects", """
                        {"key": "kan", "name": "Ünï 🎈", "description": "one\\ntwo", "language": "Java", "status": "active"}""").expect(201);

        assertThat(made.header("Location")).isEqualTo("/v1/projects/" + made.text("id"));
        assertThat(made.text("key")).isEqualTo("KAN");
        assertThat(made.text("name")).isEqualTo("Ünï 🎈");
        Answer byId = ann.get(made.header("Location")).expect(200);
        Answer byKey = ann.get("/v1/projects/Kan").expect(200);
        assertThat(byId.json()).isEqualTo(made.json()).isEqualTo(byKey.json());
        assertThat(byKey.header("ETag")).isEqualTo(made.header("ETag"));
        ann.get("/v1/projects/KAN", "If-None-Match", made.header("ETag")).expect(304);
    }

    @Test
    void keyIsOnesOwnOnly() {
        make("KAN");
        String other = make("BAN").text("id");
        Caller eve = Person.join(anonymous).signedIn();

        ann.post("/v1/projects", "{\"key\": \"kan\", \"name\": \"Twice\"}").expectProblem(409, "project_key_taken");
        ann.patch("/v1/projects/" + other, "{\"key\": \"KAN\"}").expectProblem(409, "project_key_taken");
        eve.get("/v1/projects/KAN").expectProblem(404, "project_not_found");
        eve.get("/v1/projects/" + other).expectProblem(404, "project_not_found");
        eve.patch("/v1/projects/" + other, "{\"name\": \"Mine\"}").expectProblem(404, "project_not_found");
        eve.post("/v1/projects", "{\"key\": \"KAN\", \"name\": \"Hers\"}").expect(201);
    }

    @Test
    void changesForTheVersionThatIsNamed() {
        Answer made = make("KAN");

        Answer changed = ann.patch(
                        "/v1/projects/KAN",
                        "{\"key\": \"NEW\", \"description\": null, \"status\": \"archived\"}",
                        "If-Match",
                        made.header("ETag"))
                .expect(200);
        ann.patch("/v1/projects/NEW", "{\"name\": \"Lost\"}", "If-Match", made.header("ETag"))
                .expectProblem(412, "stale_version");

        assertThat(changed.text("status")).isEqualTo("archived");
        ann.get("/v1/projects/KAN").expectProblem(404, "project_not_found");
        assertThat(ann.get("/v1/projects/NEW").expect(200).json()).isEqualTo(changed.json());
    }

    @Test
    void leadsFromPageToPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(make("P" + i).text("id"));
        }
        ann.post("/v1/projects", "{\"key\": \"DONE\", \"name\": \"Done\", \"status\": \"archived\"}")
                .expect(201);
        Collections.reverse(made);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = ann.get("/v1/projects?limit=3&status=draft&status=active&count=true" + cursor)
                    .expect(200);
            assertThat(page.json().required("total_count").asInt()).isEqualTo(7);
            page.json()
                    .required("data")
                    .forEach(project -> seen.add(project.required("id").asText()));
            boolean more = page.json().required("has_more").asBoolean();
            cursor = more ? "&cursor=" + page.text("next_cursor") : null;
        }
        assertThat(seen).isEqualTo(made);
    }

    @Test
    void deletesAProjectOnlyWhenNoTaskIsLeftInIt() {
        Answer made = make("KAN");
        String execution = ann.post("/v1/projects/KAN/executions", "{\"agent\": \"reviewer\"}")
                .expect(201)
                .header("Location");
        String body = "{\"title\": \"In the way\", \"project_id\": \"" + made.text("id") + "\"}";
        String task = "/v1/tasks/" + ann.post("/v1/tasks", body).expect(201).text("id");

        ann.delete("/v1/projects/KAN").expectProblem(409, "project_not_empty");
        ann.delete(task).expect(204);
        ann.delete("/v1/projects/KAN", "If-Match", made.header("ETag")).expect(204);

        ann.get(made.header("Location")).expectProblem(404, "project_not_found");
        ann.get(execution).expectProblem(404, "execution_not_found");
        make("KAN");
        Answer restored = ann.post(task + "/restore", null).expect(200);
        assertThat(restored.json().required("key").isNull()).isTrue();
        assertThat(restored.json().required("project_id").isNull()).isTrue();
    }

    private Answer make(String key) {
        return ann.post("/v1/projects", "{\"key\": \"" + key + "\", \"name\": \"Garden\"}")
                .expect(201);
    }
}
