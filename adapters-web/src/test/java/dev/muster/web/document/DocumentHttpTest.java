package dev.muster.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentHttpTest {

    private static final String CHECKSUM = "8900ebe896980d312b01a0920d4252d62b8f6f35b406775aa7004ec077d49126";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();
    private final String project = muster.project(ann, "KAN");

    @Test
    void createdDocumentHasEveryMember() {
        Answer created = create("""
                {"title": " How to water ", "content": "Every morning.\\n"}""").expect(201);

        String id = created.text("id");
        String now = "2026-03-02T09:30:00.123456Z";
        assertThat(created.header("Location")).isEqualTo("/v1/documents/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.body()).isEqualTo("""
                        {"id":"%s","project_id":"%s","title":"How to water","content":"Every morning.\\n",\
                        "latest_version":1,"checksum":"%s","bytes":15,"note":null,"author_id":"%s",\
                        "created_at":"%s","updated_at":"%s","version":1}""".formatted(id, project, CHECKSUM, ann.id(), now, now));
        assertThat(muster.get("/v1/documents/" + id, ann.token()).expect(200).body())
                .isEqualTo(created.body());
    }

    @Test
    void projectIsNamedByItsKeyToo() {
        String id = muster.post("/v1/projects/kan/documents", ann.token(), """
                        {"title": "Plan", "content": "", "note": "Begun"}""")
                .expect(201)
                .text("id");

        assertThat(read(id).text("note")).isEqualTo("Begun");
        assertThat(read(id).text("project_id")).isEqualTo(project);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        JsonNode errors =
                create("""
                        {"title": "a\\nb", "content": "\\u0000", "note": ""}""").expectProblem(422, "validation_failed").json().path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactlyInAnyOrder("/title invalid_character", "/content invalid_character", "/note required");
    }

    @Test
    void titleAndContentHaveToBeThere() {
        JsonNode errors =
                create("{}").expectProblem(422, "validation_failed").json().path("errors");

        assertThat(errors).extracting(place -> place.path("pointer").asText()).containsExactly("/title", "/content");
        create("""
                {"title": null, "content": null}""").expectProblem(422, "validation_failed");
        create("""
                {"title": 1, "content": ""}""").expectProblem(400, "wrong_type");
        create("""
                {"title": "x", "content": "", "author_id": "x"}""").expectProblem(400, "unknown_property");
    }

    @Test
    void contentIsAsLongAs512Kibibytes() {
        String longest = "ä".repeat(256 * 1024);
        String id = create("{\"title\": \"Long\", \"content\": \"" + longest + "\"}")
                .expect(201)
                .text("id");

        assertThat(read(id).text("content")).isEqualTo(longest);
        create("{\"title\": \"Long\", \"content\": \"" + longest + "x\"}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/content", "too_long");
    }

    @Test
    void readDocumentIsNotSentAgainToWhoHasIt() {
        String path = "/v1/documents/" + document("x");

        for (String known : new String[] {"\"1\"", "W/\"1\"", "*"}) {
            Answer answer = muster.send(muster.request(path, ann.token()).header("If-None-Match", known));
            assertThat(answer.expect(304).body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        }
        muster.send(muster.request(path, ann.token()).header("If-None-Match", "\"2\""))
                .expect(200);
    }

    @Test
    void otherContentIsANewVersion() {
        String id = document("Every morning.\n");

        JsonNode changed = patch(id, """
                        {"content": "Every evening.\\n", "note": "Too hot"}""").expect(200).json();
        assertThat(changed.path("latest_version").asInt()).isEqualTo(2);
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(changed.path("note").asText()).isEqualTo("Too hot");
        assertThat(changed.path("content").asText()).isEqualTo("Every evening.\n");
        assertThat(read(id).header("ETag")).isEqualTo("\"2\"");
        Answer same = patch(id, """
                {"content": "Every evening.\\n"}""").expect(200);
        assertThat(same.json()).isEqualTo(changed);
        assertThat(same.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void otherTitleIsNoNewVersion() {
        String id = document("x");

        JsonNode changed = patch(id, """
                {"title": "Another"}""").expect(200).json();
        assertThat(changed.path("title").asText()).isEqualTo("Another");
        assertThat(changed.path("latest_version").asInt()).isEqualTo(1);
        assertThat(changed.path("version").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": null} /title required",
                "{\"content\": null} /content required",
                "{\"note\": \"About nothing\"} /content required",
                "{\"content\": \"x\", \"note\": \"\"} /note required",
                "{\"title\": \"\"} /title required",
            })
    void changeThatIsNoneIsRefused(String line) {
        String id = document("x");
        int end = line.lastIndexOf('}') + 1;
        String[] place = line.substring(end + 1).split(" ");

        patch(id, line.substring(0, end))
                .expectProblem(422, "validation_failed")
                .expectPlace(place[0], place[1]);
        assertThat(read(id).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void mergePatchMayHaveItsOwnType() {
        String id = document("x");

        muster.send(muster.request("/v1/documents/" + id, ann.token())
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", BodyPublishers.ofString("{\"note\": null}")))
                .expect(200);
    }

    @Test
    void changeForAnotherVersionIsRefused() {
        String id = document("x");
        patch(id, """
                {"content": "y"}""").expect(200);

        for (String method : new String[] {"PATCH", "DELETE"}) {
            var request = muster.request("/v1/documents/" + id, ann.token())
                    .header("If-Match", "\"1\"")
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(method.equals("PATCH") ? "{\"content\": \"z\"}" : ""));
            muster.send(request).expectProblem(412, "stale_version");
        }
        assertThat(read(id).text("content")).isEqualTo("y");
    }

    @Test
    void deletedDocumentIsGone() {
        String id = document("x");

        muster.send("DELETE", "/v1/documents/" + id, ann.token(), null).expect(204);
        for (String path : new String[] {"", "/versions", "/versions/1", "/diff"}) {
            muster.get("/v1/documents/" + id + path, ann.token()).expectProblem(404, "document_not_found");
        }
        muster.send("DELETE", "/v1/documents/" + id, ann.token(), null).expectProblem(404, "document_not_found");
        assertThat(muster.get("/v1/projects/" + project + "/documents", ann.token())
                        .expect(200)
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @Test
    void whatIsNoDocumentIsNotFound() {
        for (String id : new String[] {"x", "1", UUID.randomUUID().toString()}) {
            muster.get("/v1/documents/" + id, ann.token()).expectProblem(404, "document_not_found");
        }
        for (String id : new String[] {"x", "NOPE", UUID.randomUUID().toString()}) {
            muster.get("/v1/projects/" + id + "/documents", ann.token()).expectProblem(404, "project_not_found");
        }
    }

    @Test
    void listHasNoContents() {
        String first = document("first");
        String second = document("second");
        Answer list = muster.get("/v1/projects/" + project + "/documents?limit=1&count=true", ann.token())
                .expect(200);

        JsonNode item = list.json().path("data").path(0);
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "project_id",
                        "title",
                        "latest_version",
                        "checksum",
                        "bytes",
                        "note",
                        "author_id",
                        "created_at",
                        "updated_at",
                        "version");
        assertThat(item.path("id").asText()).isEqualTo(second);
        assertThat(list.json().path("total_count").asInt()).isEqualTo(2);
        String link = list.header("Link");
        Answer next =
                muster.get(link.substring(1, link.indexOf('>')), ann.token()).expect(200);
        assertThat(next.json().path("data").path(0).path("id").asText()).isEqualTo(first);
        assertThat(next.json().path("has_more").asBoolean()).isFalse();
    }

    @Test
    void damagedCursorIsRefused() {
        String id = document("x");

        for (String path :
                new String[] {"/v1/projects/" + project + "/documents", "/v1/documents/" + id + "/versions"}) {
            muster.get(path + "?cursor=abc", ann.token()).expectProblem(400, "invalid_cursor");
        }
    }

    private Answer create(String json) {
        return muster.post("/v1/projects/" + project + "/documents", ann.token(), json);
    }

    private String document(String content) {
        return create("{\"title\": \"Plan\", \"content\": \"" + content.replace("\n", "\\n") + "\"}")
                .expect(201)
                .text("id");
    }

    private Answer patch(String id, String json) {
        return muster.send("PATCH", "/v1/documents/" + id, ann.token(), json);
    }

    private Answer read(String id) {
        return muster.get("/v1/documents/" + id, ann.token()).expect(200);
    }
}
