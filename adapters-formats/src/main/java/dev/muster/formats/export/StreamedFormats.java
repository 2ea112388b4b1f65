package dev.muster.formats.export;

import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.project.Project;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** All formats of exports, by Jackson, FastCSV and the JDK. */
@Singleton
final class StreamedFormats implements ExportFormats {

    @Override
    public Writing begin(Project project, Frame frame) {
        try {
            return switch (frame.format()) {
                case ZIP -> new ZipWriting(project, frame);
                case JSON -> new JsonWriting(project, frame);
                case CSV -> new CsvWriting(frame);
                case MARKDOWN -> new MarkdownWriting(project, frame);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
