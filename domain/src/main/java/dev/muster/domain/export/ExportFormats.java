package dev.muster.domain.export;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFiles.Scratch;
import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes projects in the formats of exports (requirement D4). Thread-safe; keeps in memory what is spoken of at the moment
 * and, of an archive, the names of its files. Times are written as in RFC 3339, in UTC; text in UTF-8; the members of
 * tasks, documents and projects are named as the API names them.
 *
 * <p>Every call, also on what is being written, throws {@link java.io.UncheckedIOException} when the target fails.
 */
public interface ExportFormats {

    /** Begins to write a project. */
    Writing begin(Project project, Frame frame);

    /**
     * What is known of an export when it begins.
     *
     * @param at the time of the export
     * @param target takes the bytes; stays open
     * @param scratches makes room for what is known too early
     */
    record Frame(ExportFormat format, Instant at, OutputStream target, Supplier<Scratch> scratches) {}

    /** A project that is being written: all its tasks first, then all its documents, then the end. Belongs to one thread. */
    interface Writing {

        /** Writes one more task. */
        void task(Task task);

        /** Writes one more document, in its latest version. A format without documents leaves it out. */
        void document(DocumentText document);

        /**
         * Writes the end.
         *
         * @return the files in the archive, except for the list of them that it holds itself; empty if it is no archive
         */
        List<ManifestEntry> finish();
    }
}
