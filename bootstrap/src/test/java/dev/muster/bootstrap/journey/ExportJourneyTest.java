package dev.muster.bootstrap.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export from the wish to the file on one's own disk. */
@Timeout(60)
final class ExportJourneyTest {

    private Caller ann;
    private String project;

    @BeforeEach
    void signIn() {
        ann = Person.join(MusterRunning.ofThisJvm().anonymous()).signedIn();
        project = ann.post("/v1/projects", "{\"key\": \"KAN\", \"name\": \"Kanban\"}")
                .expect(201)
                .text("id");
        for (int i = 1; i <= 3; i++) {
            ann.post("/v1/tasks", "{\"title\": \"=Task %d 🚀\", \"project_id\": \"%s\"}".formatted(i, project))
                    .expect(201);
        }
        ann.post("/v1/projects/KAN/documents", "{\"title\": \"../Plan\", \"content\": \"# Plan\"}")
                .expect(201);
    }

    @Test
    void archiveIsAskedForAwaitedDownloadedAndVerified() throws IOException {
        JsonNode export = Exported.of(ann, "KAN", "zip");
        String file = "/v1/exports/" + export.required("id").asText() + "/file";

        HttpResponse<byte[]> whole = Exported.download(ann, file);

        assertThat(whole.statusCode()).isEqualTo(200);
        Map<String, byte[]> entries = entries(whole.body());
        assertThat(entries.keySet())
                .containsExactly("project.json", "tasks.json", "tasks.csv", "documents/1-Plan.md", "manifest.json");
        JsonNode files = export.required("manifest").required("files");
        assertThat(files).hasSize(4);
        for (JsonNode entry : files) {
            byte[] bytes = entries.get(entry.required("path").asText());
            assertThat(entry.required("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(entry.required("sha256").asText()).isEqualTo(Exported.sha256(bytes));
        }
        assertThat(new String(entries.get("tasks.csv"), UTF_8)).contains("KAN-2", "'=Task 2 🚀");
        assertThat(whole.headers().firstValue("ETag")).contains("\"" + Exported.sha256(whole.body()) + "\"");

        HttpResponse<byte[]> part = Exported.download(ann, file, "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "json, project.json, application/json",
        "csv, tasks.csv, text/csv; charset=utf-8",
        "markdown, project.md, text/markdown; charset=utf-8"
    })
    void otherFormatsAreOneFile(String format, String name, String mediaType) {
        JsonNode export = Exported.of(ann, project, format);
        HttpResponse<byte[]> file =
                Exported.download(ann, "/v1/exports/" + export.required("id").asText() + "/file");

        JsonNode entry = export.required("manifest").required("files").required(0);
        assertThat(entry.required("path").asText()).isEqualTo(name);
        assertThat(entry.required("bytes").asLong()).isEqualTo(file.body().length);
        assertThat(entry.required("sha256").asText()).isEqualTo(Exported.sha256(file.body()));
        assertThat(file.headers().firstValue("Content-Type")).contains(mediaType);
        assertThat(new String(file.body(), UTF_8)).contains("Task 1 🚀", "Task 3 🚀");
    }

    @Test
    void exportIsListedWithItsProject() {
        String id = Exported.of(ann, "KAN", "csv").required("id").asText();

        JsonNode list =
                ann.get("/v1/projects/KAN/exports?count=true").expect(200).json();

        assertThat(list.required("total_count").asInt()).isEqualTo(1);
        assertThat(list.required("data").required(0).required("id").asText()).isEqualTo(id);
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
