package dev.muster.files.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormat;
import dev.muster.testkit.export.ExportFilesContract;
import dev.muster.testkit.export.ExportFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderExportFilesTest implements ExportFilesContract {

    @TempDir
    private Path parent;

    private ExportFileName name = new ExportFileName(ExportFixture.nextId(), 1, ExportFormat.CSV);

    @Override
    public ExportFiles files() {
        return new FolderExportFiles(new ExportFolder(folder()));
    }

    @Test
    void filesAreForTheirOwnerAlone() throws IOException {
        try (var draft = files().begin(name)) {
            draft.out().write(1);
            assertThat(all())
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isIn("rwx------", "rw-------"));
            draft.keep();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name.value()))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        try (var draft = files().begin(name)) {
            draft.scratch().out().write(1);
            draft.keep();
        }
        assertThat(all())
                .containsExactlyInAnyOrder(folder(), folder().resolve(name.value()), folder().resolve("drafts"));
    }

    @Test
    void whatAKilledProcessLeftIsFoundAndDeleted() throws IOException {
        begunAndLeft();

        assertThat(files().findAfter(null, 10)).containsExactly(name);
        files().delete(name);
        assertThat(files().findAfter(null, 10)).isEmpty();
        assertThat(folder().resolve("drafts")).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsInNobodysWay() throws IOException {
        begunAndLeft();

        try (var draft = files().begin(name)) {
            draft.scratch().out().write(1);
            draft.out().write("new".getBytes(UTF_8));
            draft.keep();
        }
        assertThat(folder().resolve(name.value())).hasContent("new");
    }

    @Test
    void strangersInTheFolderAreLeftAlone() throws IOException {
        begunAndLeft();
        Path stranger = Files.createFile(folder().resolve("notes.txt"));

        assertThat(files().findAfter(null, 10)).containsExactly(name);
        assertThat(stranger).exists();
    }

    @Test
    void linkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret"), "secret");
        Files.createDirectories(folder());
        Files.createSymbolicLink(folder().resolve(name.value()), secret);

        assertThatThrownBy(() -> files().open(name, 0, 1)).isInstanceOf(UncheckedIOException.class);
        assertThat(files().size(name)).isEmpty();
    }

    @Test
    void storageThatFailsIsTold() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");

        assertThatThrownBy(() -> files().begin(name)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> files().open(name, 0, 1)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> files().delete(name)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> files().findAfter(null, 1)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void folderThatCantBeEnteredIsTold() throws IOException {
        Files.createSymbolicLink(folder(), folder());

        assertThatThrownBy(() -> files().size(name)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> files().open(name, 0, 1)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void draftWhoseFolderIsGoneCantBeKept() throws IOException {
        try (var draft = files().begin(name)) {
            files().delete(name);

            assertThatThrownBy(draft::keep).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(draft::scratch).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void scratchThatIsGoneCantBeCopied() throws IOException {
        try (var draft = files().begin(name)) {
            var scratch = draft.scratch();
            scratch.out().write(1);
            files().delete(name);

            assertThatThrownBy(() -> scratch.copyTo(draft.out())).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void draftThatCantBeRemovedIsTold() throws IOException {
        var draft = files().begin(name);
        Path stranger = folder().resolve("drafts").resolve(name.value()).resolve("strange/folder");
        Files.createDirectories(stranger);

        assertThatThrownBy(draft::close).isInstanceOf(UncheckedIOException.class);
        assertThat(stranger).exists();
    }

    @Test
    void closingADraftAgainDoesNothing() throws IOException {
        var draft = files().begin(name);
        draft.close();
        draft.close();

        assertThat(folder().resolve("drafts")).isEmptyDirectory();
    }

    @Test
    void folderThatIsNotThereYetHasNoFiles() {
        assertThat(files().findAfter(null, 10)).isEmpty();
        assertThat(files().open(name, 0, 1)).isEmpty();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void bytesAreReadOneByOneUpToTheEndOfThePart() throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve(name.value()), new byte[] {1, (byte) 0xff, 3});

        try (InputStream part = files().open(name, 1, 1).orElseThrow()) {
            assertThat(part.read()).isEqualTo(0xff);
            assertThat(part.read()).isEqualTo(-1);
        }
    }

    /** A draft that nobody closes, as its process is gone. */
    private void begunAndLeft() throws IOException {
        Path draft = Files.createDirectories(folder().resolve("drafts").resolve(name.value()));
        Files.writeString(draft.resolve("file"), "half");
        Files.writeString(draft.resolve("scratch0"), "half");
    }

    private Path folder() {
        return parent.resolve("exports");
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> paths = Files.walk(folder())) {
            return paths.toList();
        }
    }
}
