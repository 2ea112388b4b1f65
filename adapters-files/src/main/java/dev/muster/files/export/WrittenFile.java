package dev.muster.files.export;

import dev.muster.domain.export.ExportFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** One file while it is being written. */
record WrittenFile(Path path, FileChannel channel, OutputStream out) implements ExportFiles.Scratch, AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BUFFER = 1 << 16;

    static WrittenFile create(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PRIVATE_FILE);
        return new WrittenFile(path, channel, new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    }

    /** Ends it, and has it stored before it returns. */
    void finish() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
    }

    @Override
    public void copyTo(OutputStream target) {
        try {
            out.flush();
            channel.close();
            Files.copy(path, target);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Without what is still in the buffer, which nobody wants any more. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
