package dev.muster.testkit.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportFormats;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.document.DocumentFixture;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.task.TaskFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ExportFormats} promises of every format. */
public interface ExportFormatsContract {

    UserId OWNER = new UserId(new UUID(1, 1));
    Project PROJECT = ProjectFixture.aProject(OWNER).key("KAN").build();

    /** What is tested. */
    ExportFormats formats();

    @ParameterizedTest
    @EnumSource
    default void everyTaskIsTold(ExportFormat format) throws IOException {
        List<Task> tasks = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> task("Größe 柵 🚀 n" + i + "n", i))
                .toList();

        String text = new Written(this, format, tasks, List.of()).text();

        assertThat(tasks)
                .allSatisfy(
                        task -> assertThat(text).contains(task.details().title().value()));
    }

    @ParameterizedTest
    @EnumSource
    default void everyDocumentIsToldWhereThereIsAPlaceForIt(ExportFormat format) throws IOException {
        List<DocumentText> documents = List.of(document("First", "one two"), document("Second", "drei 🚀"));

        String text = new Written(this, format, List.of(task("Mow", 1)), documents).text();

        assertThat(text).contains("Mow");
        assertThat(text.contains("one two") && text.contains("drei 🚀")).isEqualTo(format != ExportFormat.CSV);
    }

    @ParameterizedTest
    @EnumSource
    default void emptyProjectIsWritten(ExportFormat format) throws IOException {
        assertThat(new Written(this, format, List.of(), List.of()).text()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void targetStaysOpen(ExportFormat format) throws IOException {
        assertThat(new Written(this, format, List.of(task("Mow", 1)), List.of()).closed())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    default void onlyAnArchiveNamesItsFiles(ExportFormat format) throws IOException {
        List<ManifestEntry> files = new Written(
                        this,
                        format,
                        List.of(task("Mow", 1)),
                        List.of(document("../CON", "x"), document("../con", "y")))
                .files();

        assertThat(files.isEmpty()).isEqualTo(format != ExportFormat.ZIP);
        assertThat(files.stream().map(entry -> entry.path().toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allSatisfy(path -> assertThat(path)
                        .hasSizeLessThanOrEqualTo(100)
                        .doesNotContain("..", "\\")
                        .doesNotStartWith("/"));
        assertThat(files).allSatisfy(entry -> assertThat(entry.sha256()).matches("[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @EnumSource
    default void targetThatFailsIsTold(ExportFormat format) {
        assertThatThrownBy(() -> {
                    try (var draft = new InMemoryExportFiles().begin(name())) {
                        var full = new OutputStream() {
                            @Override
                            public void write(int single) throws IOException {
                                throw new IOException("no space left");
                            }
                        };
                        var writing = formats()
                                .begin(PROJECT, new ExportFormats.Frame(format, TestClock.START, full, draft::scratch));
                        writing.task(task("Mow", 1));
                        writing.document(document("First", "x"));
                        writing.finish();
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    default void severalAreWrittenAtOnce() throws IOException {
        try (var draft = new InMemoryExportFiles().begin(name())) {
            var one = new ByteArrayOutputStream();
            var other = new ByteArrayOutputStream();
            var first = formats().begin(PROJECT, frame(one, draft));
            var second = formats().begin(PROJECT, frame(other, draft));
            first.task(task("first alone", 1));
            second.task(task("second alone", 2));
            first.finish();
            second.finish();

            assertThat(one.toString(UTF_8)).contains("first alone").doesNotContain("second alone");
            assertThat(other.toString(UTF_8)).contains("second alone").doesNotContain("first alone");
        }
    }

    private static ExportFormats.Frame frame(OutputStream target, ExportFiles.Draft draft) {
        return new ExportFormats.Frame(ExportFormat.JSON, TestClock.START, target, draft::scratch);
    }

    private static ExportFileName name() {
        return new ExportFileName(ExportFixture.nextId(), 1, ExportFormat.ZIP);
    }

    private static Task task(String title, int number) {
        return TaskFixture.aTask(OWNER).title(title).in(PROJECT, number).build();
    }

    private static DocumentText document(String title, String content) {
        return DocumentFixture.aDocument(PROJECT).title(title).content(content).build();
    }

    /** What was written. */
    final class Written extends ByteArrayOutputStream {

        private final List<ManifestEntry> files;
        private boolean closed;

        Written(ExportFormatsContract contract, ExportFormat format, List<Task> tasks, List<DocumentText> documents) {
            try (var draft = new InMemoryExportFiles().begin(name())) {
                var writing = contract.formats()
                        .begin(PROJECT, new ExportFormats.Frame(format, TestClock.START, this, draft::scratch));
                tasks.forEach(writing::task);
                documents.forEach(writing::document);
                files = writing.finish();
            }
        }

        @Override
        public void close() {
            closed = true;
        }

        List<ManifestEntry> files() {
            return files;
        }

        boolean closed() {
            return closed;
        }

        /** The text, or those of all files of the archive. */
        String text() throws IOException {
            if (size() < 2 || buf[0] != 'P' || buf[1] != 'K') {
                return toString(UTF_8);
            }
            var all = new StringBuilder();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(toByteArray()), UTF_8)) {
                while (zip.getNextEntry() != null) {
                    all.append(new String(zip.readAllBytes(), UTF_8));
                }
            }
            return all.toString();
        }
    }
}
