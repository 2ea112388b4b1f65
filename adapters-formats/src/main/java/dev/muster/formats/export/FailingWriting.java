package dev.muster.formats.export;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A writing by libraries whose failures are checked; tells them in the way of the port. */
abstract class FailingWriting implements ExportFormats.Writing {

    abstract void write(Task task) throws IOException;

    abstract void write(DocumentText document) throws IOException;

    abstract List<ManifestEntry> end() throws IOException;

    @Override
    public final void task(Task task) {
        try {
            write(task);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public final void document(DocumentText document) {
        try {
            write(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public final List<ManifestEntry> finish() {
        try {
            return end();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
