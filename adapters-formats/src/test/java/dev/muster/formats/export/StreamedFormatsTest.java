package dev.muster.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.testkit.document.DocumentFixture;
import dev.muster.testkit.export.ExportFixture;
import dev.muster.testkit.export.ExportFormatsContract;
import dev.muster.testkit.export.InMemoryExportFiles;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.task.TaskFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class StreamedFormatsTest implements ExportFormatsContract {

    private final Task task = TaskFixture.aTask(OWNER)
            .title("=HYPERLINK(\"http://example.org\")")
            .description("first \"line\", second\r\nthird; 🚀")
            .state(TaskStatus.PENDING, TaskPriority.HIGH)
            .labels("-garden", "b")
            .points(5)
            .in(PROJECT, 15)
            .build();
    private final DocumentText document = DocumentFixture.aDocument(PROJECT)
            .title("Plan: <b>of</b> Größe")
            .content("# Plan\n\nText.")
            .build();

    @Override
    public ExportFormats formats() {
        return new StreamedFormats();
    }

    @Test
    void tableIsReadBackCellByCellAndHoldsNoFormula() {
        String csv = text(ExportFormat.CSV);
        List<NamedCsvRecord> rows = rows(csv);

        assertThat(csv).contains("\r\n").doesNotStartWith("\ufeff");
        assertThat(rows).hasSize(1);
        NamedCsvRecord row = rows.getFirst();
        assertThat(row.getFieldsAsMap().keySet())
                .containsExactly(
                        "id",
                        "key",
                        "project_id",
                        "parent_id",
                        "title",
                        "description",
                        "status",
                        "priority",
                        "story_points",
                        "labels",
                        "due_at",
                        "blocked",
                        "blocked_by",
                        "created_at",
                        "updated_at",
                        "completed_at",
                        "deleted_at",
                        "version");
        assertThat(row.getField("key")).isEqualTo("KAN-15");
        assertThat(row.getField("title")).isEqualTo("'=HYPERLINK(\"http://example.org\")");
        assertThat(row.getField("description")).isEqualTo("first \"line\", second\r\nthird; 🚀");
        assertThat(row.getField("labels")).isEqualTo("'-garden; b");
        assertThat(row.getField("due_at")).isEmpty();
        assertThat(row.getField("blocked")).isEqualTo("false");
        assertThat(row.getField("created_at")).isEqualTo("2026-03-02T09:30:00.123456Z");
    }

    @Test
    void jsonHasEverythingUnderTheNamesOfTheApi() throws IOException {
        String json = text(ExportFormat.JSON);

        assertThat(names(json))
                .startsWith("exported_at", "project", "id", "key", "name", "description", "language", "status")
                .contains("tasks", "documents", "content", "checksum", "blocked_by", "completed_at");
        assertThat(json)
                .contains("\"key\":\"KAN-15\"", "\"story_points\":5", "\"labels\":[\"-garden\",\"b\"]")
                .contains("\"title\":\"=HYPERLINK(\\\"http://example.org\\\")\"")
                .contains("\"due_at\":null", "\"priority\":\"high\"", "\"content\":\"# Plan\\n\\nText.\"");
    }

    @Test
    void emptyJsonHasEmptyLists() {
        assertThat(new String(write(ExportFormat.JSON, List.of(), List.of()).bytes(), UTF_8))
                .contains("\"tasks\":[],\"documents\":[]}");
    }

    @Test
    void archiveHoldsWhatItsManifestSays() throws IOException, NoSuchAlgorithmException {
        Export written = write(ExportFormat.ZIP, List.of(task), List.of(document, document));
        Map<String, byte[]> entries = entries(written.bytes());

        assertThat(entries.keySet())
                .containsExactly(
                        "project.json",
                        "tasks.json",
                        "tasks.csv",
                        "documents/1-Plan-b-of-b-Größe.md",
                        "documents/2-Plan-b-of-b-Größe.md",
                        "manifest.json");
        String manifest = new String(entries.get("manifest.json"), UTF_8);
        for (ManifestEntry file : written.files()) {
            byte[] bytes = entries.get(file.path());
            assertThat(file.bytes()).isEqualTo(bytes.length);
            assertThat(file.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            assertThat(manifest).contains("\"path\":\"" + file.path() + "\",\"bytes\":" + file.bytes(), file.sha256());
        }
        assertThat(written.files()).hasSize(5);
        assertThat(rows(new String(entries.get("tasks.csv"), UTF_8))).hasSize(1);
        assertThat(names(new String(entries.get("tasks.json"), UTF_8))).hasSize(18);
        assertThat(entries.get("documents/1-Plan-b-of-b-Größe.md"))
                .asString(UTF_8)
                .isEqualTo("# Plan\n\nText.");
    }

    @Test
    void markdownHasTheTasksByTheirStatusAndNoMarkupOfTitles() {
        Task done = TaskFixture.aTask(OWNER)
                .title("*done*")
                .state(TaskStatus.COMPLETED, TaskPriority.LOW)
                .in(PROJECT, 1)
                .build();
        Task begun = TaskFixture.aTask(OWNER)
                .title("begun")
                .state(TaskStatus.IN_PROGRESS, TaskPriority.LOW)
                .in(PROJECT, 2)
                .build();
        String text = new String(
                write(ExportFormat.MARKDOWN, List.of(done, task, begun), List.of(document))
                        .bytes(),
                UTF_8);

        assertThat(text)
                .containsSubsequence(
                        "# KAN ",
                        "## In progress",
                        "### KAN-2 begun",
                        "## Pending",
                        "### KAN-15 ",
                        "- Priority: high",
                        "- Story points: 5",
                        "> first \"line\", second",
                        "> third; 🚀",
                        "## Completed",
                        "### KAN-1 \\*done\\*",
                        "# Plan: \\<b\\>of\\</b\\> Größe",
                        "# Plan\n\nText.\n")
                .doesNotContain("## Cancelled");
    }

    @Test
    void openBlockOfCodeInTheDescriptionOfTheProjectHidesNothing() {
        ProjectDetails details = PROJECT.details();
        Project described = PROJECT.with(
                new ProjectDetails(
                        details.key(), details.name(), "# About\r\n```\r\nopen", details.language(), details.status()),
                TestClock.START);
        String text = new String(
                write(described, ExportFormat.MARKDOWN, List.of(task), List.of())
                        .bytes(),
                UTF_8);

        assertThat(text).contains("\n> # About\n> ```\n> open\n\n## Pending\n");
    }

    private String text(ExportFormat format) {
        return new String(write(format, List.of(task), List.of(document)).bytes(), UTF_8);
    }

    private record Export(byte[] bytes, List<ManifestEntry> files) {}

    private Export write(ExportFormat format, List<Task> tasks, List<DocumentText> documents) {
        return write(PROJECT, format, tasks, documents);
    }

    private Export write(Project project, ExportFormat format, List<Task> tasks, List<DocumentText> documents) {
        var target = new ByteArrayOutputStream();
        try (var draft = new InMemoryExportFiles().begin(new ExportFileName(ExportFixture.nextId(), 1, format))) {
            var writing =
                    formats().begin(project, new ExportFormats.Frame(format, TestClock.START, target, draft::scratch));
            tasks.forEach(writing::task);
            documents.forEach(writing::document);
            List<ManifestEntry> files = writing.finish();
            return new Export(target.toByteArray(), files);
        }
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        return entries;
    }

    /** The names of all members in their order; so it is JSON from beginning to end. */
    private static List<String> names(String json) throws IOException {
        try (JsonParser parser = JsonFactory.builder().build().createParser(json)) {
            List<String> names = new ArrayList<>();
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                }
            }
            return names;
        }
    }
}
