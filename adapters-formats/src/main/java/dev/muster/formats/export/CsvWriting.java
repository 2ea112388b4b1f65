package dev.muster.formats.export;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFormats.Frame;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.task.Task;
import java.io.IOException;
import java.util.List;

/** The tasks as a table, and nothing else. */
final class CsvWriting extends FailingWriting {

    private final TaskTable table;

    CsvWriting(Frame frame) {
        this.table = new TaskTable(frame.target());
    }

    @Override
    void write(Task task) {
        table.add(task);
    }

    @Override
    void write(DocumentText document) {
        // A table of tasks has no place for documents.
    }

    @Override
    List<ManifestEntry> end() throws IOException {
        table.finish();
        return List.of();
    }
}
