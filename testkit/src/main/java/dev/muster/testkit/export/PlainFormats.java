package dev.muster.testkit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.export.MeasuredOutput;
import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Every format is a text of titles, one each line; what should be an archive is one such text too, and says so. */
public final class PlainFormats implements ExportFormats {

    @Override
    public Writing begin(Project project, Frame frame) {
        var writing = new PlainWriting(frame.format(), new MeasuredOutput(frame.target()));
        writing.line(project.details().name().value());
        return writing;
    }

    private record PlainWriting(ExportFormat format, MeasuredOutput target) implements Writing {

        @Override
        public void task(Task task) {
            line(task.details().title().value());
        }

        @Override
        public void document(DocumentText document) {
            if (format != ExportFormat.CSV) {
                line(document.document().title().value());
                line(document.content().text());
            }
        }

        @Override
        public List<ManifestEntry> finish() {
            return format == ExportFormat.ZIP ? List.of(target.entry("everything.txt")) : List.of();
        }

        private void line(String text) {
            try {
                target.write((text + "\n").getBytes(UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
