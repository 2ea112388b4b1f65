package dev.muster.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFiles.Scratch;
import dev.muster.domain.export.ExportFormats.Frame;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.export.MeasuredOutput;
import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything as an archive: project.json, tasks.json, tasks.csv, the documents as files, and manifest.json with the checksums
 * of them all. The table is put aside while the tasks are written as JSON, so that both tell the same.
 */
final class ZipWriting extends FailingWriting {

    private final Frame frame;
    private final ZipOutputStream zip;
    private final List<ManifestEntry> files = new ArrayList<>();
    private final Scratch tableBytes;
    private final TaskTable table;
    private MeasuredOutput file;
    private @Nullable JsonMembers tasks;
    private int documents;

    ZipWriting(Project project, Frame frame) throws IOException {
        this.frame = frame;
        this.zip = new ZipOutputStream(frame.target(), UTF_8);
        this.tableBytes = frame.scratches().get();
        this.table = new TaskTable(tableBytes.out());
        this.file = begin("project.json");
        var json = new JsonMembers(file);
        json.project(project);
        json.finish();
        end("project.json");
        this.file = begin("tasks.json");
        this.tasks = new JsonMembers(file);
        tasks.json().writeStartArray();
    }

    @Override
    void write(Task task) throws IOException {
        if (tasks == null) {
            throw new IllegalStateException("tasks come before documents");
        }
        tasks.task(task);
        table.add(task);
    }

    @Override
    void write(DocumentText document) throws IOException {
        endTasks();
        documents++;
        String path = SafeNames.document(documents, document.document().title().value());
        file = begin(path);
        file.write(document.content().text().getBytes(UTF_8));
        end(path);
    }

    @Override
    List<ManifestEntry> end() throws IOException {
        endTasks();
        var json = new JsonMembers(begin("manifest.json"));
        json.json().writeStartObject();
        json.json().writeStringField("exported_at", frame.at().toString());
        json.json().writeArrayFieldStart("files");
        for (ManifestEntry entry : files) {
            json.file(entry);
        }
        json.json().writeEndArray();
        json.json().writeEndObject();
        json.finish();
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return List.copyOf(files);
    }

    private void endTasks() throws IOException {
        JsonMembers open = tasks;
        if (open == null) {
            return;
        }
        tasks = null;
        open.json().writeEndArray();
        open.finish();
        end("tasks.json");
        table.finish();
        file = begin("tasks.csv");
        tableBytes.copyTo(file);
        end("tasks.csv");
    }

    private MeasuredOutput begin(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setLastModifiedTime(FileTime.from(frame.at()));
        zip.putNextEntry(entry);
        return new MeasuredOutput(zip);
    }

    private void end(String path) throws IOException {
        zip.closeEntry();
        files.add(file.entry(path));
    }
}
