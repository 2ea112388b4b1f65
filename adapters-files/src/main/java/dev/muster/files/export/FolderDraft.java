package dev.muster.files.export;

import dev.muster.domain.export.ExportFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file that is being written, with what is put aside for it: a folder that goes when the draft is closed. */
final class FolderDraft implements ExportFiles.Draft {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final Path target;
    private final WrittenFile file;
    private final List<WrittenFile> scratches = new ArrayList<>();

    private FolderDraft(Path folder, Path target, WrittenFile file) {
        this.folder = folder;
        this.target = target;
        this.file = file;
    }

    /** @param folder that is not there yet */
    static FolderDraft begin(Path folder, Path target) throws IOException {
        Files.createDirectories(folder, PRIVATE_FOLDER);
        return new FolderDraft(folder, target, WrittenFile.create(folder.resolve("file")));
    }

    @Override
    public OutputStream out() {
        return file.out();
    }

    @Override
    public ExportFiles.Scratch scratch() {
        try {
            WrittenFile scratch = WrittenFile.create(folder.resolve("scratch" + scratches.size()));
            scratches.add(scratch);
            return scratch;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void keep() {
        try {
            file.finish();
            Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
                directory.force(true); // the name, after the bytes
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
            for (WrittenFile scratch : scratches) {
                scratch.close();
            }
            remove(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes what a draft has in its folder, and the folder; nothing happens where there is none. */
    static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException none) {
            return;
        }
        Files.deleteIfExists(folder);
    }
}
