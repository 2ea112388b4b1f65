package dev.muster.application.export;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.export.MeasuredOutput;
import dev.muster.domain.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Writes the file of an export (requirement D4). */
public final class WriteExport {

    private final ExportContents contents;
    private final ExportFormats formats;
    private final ExportFiles files;
    private final Stamps stamps;

    public WriteExport(ExportContents contents, ExportFormats formats, ExportFiles files, Stamps stamps) {
        this.contents = contents;
        this.formats = formats;
        this.files = files;
        this.stamps = stamps;
    }

    /**
     * Writes the file of the attempt under way, and removes what earlier ones have left.
     *
     * @param progress is told how much is done, in percent, again and again; may throw to end the attempt
     * @return empty if the project is gone
     */
    Optional<ExportedFile> write(Export export, IntConsumer progress) {
        for (int attempt = 1; attempt < export.attempts(); attempt++) {
            files.delete(new ExportFileName(export.id(), attempt, export.format()));
        }
        return contents.findProject(export).map(project -> write(export, project, progress));
    }

    private ExportedFile write(Export export, Project project, IntConsumer progress) {
        ExportFileName name = export.fileName();
        try (ExportFiles.Draft draft = files.begin(name)) {
            var target = new MeasuredOutput(draft.out());
            var frame = new ExportFormats.Frame(export.format(), stamps.now(), target, draft::scratch);
            ExportFormats.Writing writing = formats.begin(project, frame);
            contents.writeTo(writing, export, progress);
            List<ManifestEntry> inside = writing.finish();
            draft.keep();
            ManifestEntry whole = target.entry(name.value());
            var alone = new ManifestEntry(export.format().title(), whole.bytes(), whole.sha256());
            return new ExportedFile(whole, inside.isEmpty() ? List.of(alone) : inside);
        }
    }

    /** Removes the file of the attempt under way, or what there is of it. */
    void remove(Export export) {
        files.delete(export.fileName());
    }
}
