package dev.muster.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.project.Project;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportHttpTest {

    @AutoClose
    private static final RunningMuster MUSTER = RunningMuster.start();

    private static final ExportTestFiles FILES = new ExportTestFiles(MUSTER);
    private static final String ZIP = "{\"format\": \"zip\"}";

    private final Person owner = MUSTER.signUp();
    private final Project project = FILES.project(owner);
    private final String path = "/v1/projects/" + project.id() + "/exports";

    @Test
    void requestIsAcceptedAndLeadsToTheExport() {
        Answer requested = MUSTER.post(path, owner.token(), ZIP).expect(202);

        JsonNode export = requested.json();
        assertThat(export.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "project_id",
                        "format",
                        "status",
                        "progress",
                        "file_path",
                        "manifest",
                        "error",
                        "created_at",
                        "started_at",
                        "ended_at",
                        "expires_at");
        assertThat(export.path("status").asText()).isEqualTo("queued");
        assertThat(export.path("project_id").asText()).isEqualTo(project.id().toString());
        assertThat(export.path("manifest").isNull()).isTrue();
        assertThat(requested.header("Location")).isEqualTo("/v1/exports/" + requested.text("id"));
        Answer read = MUSTER.get(requested.header("Location"), owner.token()).expect(200);
        assertThat(read.json()).isEqualTo(export);
        assertThat(read.header("ETag")).isEqualTo(requested.header("ETag")).isEqualTo("\"1\"");
        MUSTER.send(MUSTER.request(requested.header("Location"), owner.token()).header("If-None-Match", "\"1\""))
                .expect(304);
    }

    @Test
    void projectIsNamedByItsKeyToo() {
        String byKey = "/v1/projects/" + project.details().key() + "/exports";

        String id = MUSTER.post(byKey, owner.token(), "{\"format\": \"markdown\"}")
                .expect(202)
                .text("id");

        JsonNode list = MUSTER.get(byKey, owner.token()).expect(200).json();
        assertThat(list.path("data").path(0).path("id").asText()).isEqualTo(id);
    }

    @Test
    void madeExportShowsItsFileAndItsManifest() {
        Export made = FILES.made(owner, ExportFormat.CSV, new byte[] {1, 2, 3});

        JsonNode export = MUSTER.get("/v1/exports/" + made.id(), owner.token())
                .expect(200)
                .json();

        assertThat(export.path("status").asText()).isEqualTo("succeeded");
        assertThat(export.path("progress").asInt()).isEqualTo(100);
        assertThat(export.path("file_path").asText()).isEqualTo(made.id() + "-1.csv");
        JsonNode file = export.path("manifest").path("files").path(0);
        assertThat(file.fieldNames()).toIterable().containsExactly("path", "bytes", "sha256");
        assertThat(file.path("bytes").asInt()).isEqualTo(3);
        assertThat(export.path("expires_at").asText()).isEqualTo("2026-03-03T09:30:00.123456Z");
    }

    @Test
    void listHasNoManifests() {
        Export made = FILES.made(owner, ExportFormat.ZIP, new byte[1]);

        JsonNode listed = MUSTER.get("/v1/projects/" + made.project() + "/exports", owner.token())
                .expect(200)
                .json()
                .path("data")
                .path(0);

        ObjectNode whole = (ObjectNode) MUSTER.get("/v1/exports/" + made.id(), owner.token())
                .expect(200)
                .json();
        whole.putNull("manifest");
        assertThat(listed).isEqualTo(whole);
        assertThat(listed.path("file_path").asText()).isEqualTo(made.id() + "-1.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\": \"exe\"}", "{\"format\": \"ZIP\"}"})
    void unknownFormatIsRefused(String json) {
        MUSTER.post(path, owner.token(), json)
                .expectProblem(422, "validation_failed")
                .expectPlace("/format", "unknown_value");
    }

    @Test
    void absentFormatIsRefused() {
        MUSTER.post(path, owner.token(), "{}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/format", "required");
        MUSTER.post(path, owner.token(), "{\"format\": 1}").expectProblem(400, "wrong_type");
        MUSTER.post(path, owner.token(), "{\"format\": \"zip\", \"x\": 1}").expectProblem(400, "unknown_property");
    }

    @Test
    void sixthExportThatWouldWaitIsRefused() {
        for (int i = 0; i < 5; i++) {
            MUSTER.post(path, owner.token(), ZIP).expect(202);
        }
        MUSTER.post(path, owner.token(), ZIP).expectProblem(409, "too_many_exports");
    }

    @Test
    void exportsAreListedPageByPage() {
        for (int i = 0; i < 3; i++) {
            MUSTER.post(path, owner.token(), ZIP).expect(202);
        }
        Answer first = MUSTER.get(path + "?limit=2&count=true", owner.token()).expect(200);
        assertThat(first.json().path("data")).hasSize(2);
        assertThat(first.json().path("total_count").asInt()).isEqualTo(3);
        assertThat(first.header("Link")).contains("rel=\"next\"");

        Answer second = MUSTER.get(path + "?limit=2&cursor=" + first.text("next_cursor"), owner.token())
                .expect(200);
        assertThat(second.json().path("data")).hasSize(1);
        assertThat(second.json().path("has_more").asBoolean()).isFalse();
        MUSTER.get(path + "?cursor=x", owner.token()).expectProblem(400, "invalid_cursor");
    }

    @Test
    void nobodyElseFindsAnything() {
        String id = MUSTER.post(path, owner.token(), ZIP).expect(202).text("id");
        String stranger = MUSTER.signUp().token();

        MUSTER.get(path, stranger).expectProblem(404, "project_not_found");
        MUSTER.post(path, stranger, ZIP).expectProblem(404, "project_not_found");
        MUSTER.get("/v1/exports/" + id, stranger).expectProblem(404, "export_not_found");
        MUSTER.get("/v1/exports/" + id + "/file", stranger).expectProblem(404, "export_not_found");
        MUSTER.get("/v1/exports/1", owner.token()).expectProblem(404, "export_not_found");
        MUSTER.get("/v1/exports/" + id, null).expectProblem(401, "missing_access_token");
        MUSTER.get("/v1/exports/" + id + "/file", null).expectProblem(401, "missing_access_token");
    }
}
