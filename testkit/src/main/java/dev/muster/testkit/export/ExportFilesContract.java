package dev.muster.testkit.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link ExportFiles} promises. The store has the files of one test at a time. */
public interface ExportFilesContract {

    /** What is tested; the same at every call of a test, empty at first. */
    ExportFiles files();

    @Test
    default void keptFileIsReadAsItWasWritten() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        ExportFileName name = name();
        keep(name, bytes);

        assertThat(read(name, 0, Long.MAX_VALUE)).isEqualTo(bytes);
    }

    @Test
    default void emptyFileIsKept() throws IOException {
        ExportFileName name = name();
        keep(name, new byte[0]);

        assertThat(read(name, 0, 10)).isEmpty();
        assertThat(files().findAfter(null, 10)).containsExactly(name);
    }

    @Test
    default void partOfAFileIsRead() throws IOException {
        ExportFileName name = name();
        keep(name, "0123456789".getBytes(UTF_8));

        assertThat(read(name, 0, 1)).asString(UTF_8).isEqualTo("0");
        assertThat(read(name, 3, 4)).asString(UTF_8).isEqualTo("3456");
        assertThat(read(name, 9, 1)).asString(UTF_8).isEqualTo("9");
        assertThat(read(name, 8, 100)).asString(UTF_8).isEqualTo("89");
        assertThat(read(name, 3, 0)).isEmpty();
        assertThat(read(name, 10, 1)).isEmpty();
        assertThat(read(name, 5_000_000_000L, 1)).isEmpty();
    }

    @Test
    default void sizeIsThatOfTheKeptFile() throws IOException {
        ExportFileName name = name();
        assertThat(files().size(name)).isEmpty();
        try (var draft = files().begin(name)) {
            draft.out().write(new byte[100_000]);
            assertThat(files().size(name)).isEmpty();
            draft.keep();
        }
        assertThat(files().size(name)).hasValue(100_000);
        files().delete(name);
        assertThat(files().size(name)).isEmpty();
    }

    @Test
    default void unknownFileIsNotThere() {
        keep(name(), "x".getBytes(UTF_8));

        assertThat(files().open(name(), 0, 1)).isEmpty();
    }

    @Test
    default void fileIsNotThereBeforeItIsKept() throws IOException {
        ExportFileName name = name();
        try (var draft = files().begin(name)) {
            draft.out().write("begun".getBytes(UTF_8));
            draft.out().flush();
            assertThat(files().open(name, 0, 1)).isEmpty();
            draft.keep();
            assertThat(read(name, 0, 100)).asString(UTF_8).isEqualTo("begun");
        }
        assertThat(read(name, 0, 100)).asString(UTF_8).isEqualTo("begun");
    }

    @Test
    default void draftThatIsNotKeptLeavesNothing() throws IOException {
        try (var draft = files().begin(name())) {
            draft.out().write(new byte[100_000]);
            draft.scratch().out().write(new byte[100_000]);
        }
        assertThat(files().findAfter(null, 10)).isEmpty();
    }

    @Test
    default void keptDraftLeavesOneFile() throws IOException {
        ExportFileName name = name();
        try (var draft = files().begin(name)) {
            draft.scratch().out().write(new byte[100_000]);
            draft.keep();
        }
        assertThat(files().findAfter(null, 10)).containsExactly(name);
        files().delete(name);
        assertThat(files().findAfter(null, 10)).isEmpty();
    }

    @Test
    default void keptFileTakesThePlaceOfTheOneBefore() throws IOException {
        ExportFileName name = name();
        keep(name, "the one before".getBytes(UTF_8));
        keep(name, "second".getBytes(UTF_8));

        assertThat(read(name, 0, 100)).asString(UTF_8).isEqualTo("second");
    }

    @Test
    default void scratchesAreCopiedWhole() throws IOException {
        ExportFileName name = name();
        try (var draft = files().begin(name)) {
            List<ExportFiles.Scratch> scratches =
                    IntStream.range(0, 4).mapToObj(i -> draft.scratch()).toList();
            for (int i = 0; i < 4000; i++) {
                scratches.get(i % 4).out().write(("part " + i % 4 + "\n").getBytes(UTF_8));
            }
            draft.out().write("begin\n".getBytes(UTF_8));
            scratches.forEach(scratch -> scratch.copyTo(draft.out()));
            draft.out().write("end\n".getBytes(UTF_8));
            draft.keep();
        }
        List<String> lines =
                new String(read(name, 0, Long.MAX_VALUE), UTF_8).lines().toList();
        assertThat(lines).hasSize(4002).startsWith("begin").endsWith("end");
        assertThat(lines.subList(1, 4001)).isSorted();
    }

    @Test
    default void deletedFileIsGone() {
        ExportFileName name = name();
        ExportFileName other = name();
        keep(name, "x".getBytes(UTF_8));
        keep(other, "y".getBytes(UTF_8));

        files().delete(name);
        files().delete(name);

        assertThat(files().open(name, 0, 1)).isEmpty();
        assertThat(files().findAfter(null, 10)).containsExactly(other);
    }

    @Test
    default void readerOfADeletedFileGoesOn() throws IOException {
        ExportFileName name = name();
        keep(name, new byte[500_000]);

        try (InputStream reading = open(name, 0, Long.MAX_VALUE)) {
            assertThat(reading.readNBytes(10)).hasSize(10);
            files().delete(name);
            assertThat(reading.readAllBytes()).hasSize(499_990);
        }
    }

    @Test
    default void namesAreFoundInTheirOrder() {
        List<ExportFileName> names = IntStream.range(0, 7)
                .mapToObj(i -> new ExportFileName(
                        ExportFixture.nextId(), 1 + i % 2, ExportFormat.values()[i % ExportFormat.values().length]))
                .sorted(Comparator.comparing(ExportFileName::value))
                .toList();
        names.reversed().forEach(name -> keep(name, new byte[1]));

        assertThat(files().findAfter(null, 3)).isEqualTo(names.subList(0, 3));
        assertThat(files().findAfter(names.get(2), 100)).isEqualTo(names.subList(3, 7));
        assertThat(files().findAfter(names.getLast(), 100)).isEmpty();
    }

    private static ExportFileName name() {
        return new ExportFileName(ExportFixture.nextId(), 1, ExportFormat.ZIP);
    }

    private void keep(ExportFileName name, byte[] bytes) {
        try (var draft = files().begin(name)) {
            draft.out().write(bytes);
            draft.keep();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private InputStream open(ExportFileName name, long offset, long length) {
        Optional<InputStream> opened = files().open(name, offset, length);
        return opened.orElseThrow();
    }

    private byte[] read(ExportFileName name, long offset, long length) throws IOException {
        try (InputStream bytes = open(name, offset, length)) {
            return bytes.readAllBytes();
        }
    }
}
