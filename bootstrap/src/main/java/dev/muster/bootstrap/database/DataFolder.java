package dev.muster.bootstrap.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.bootstrap.settings.RefusedFile;
import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder that Muster keeps its data in, held by one process at a time. The lock belongs to the process: the kernel takes it back however the process ends,
 * so a killed server leaves nothing to clean up.
 */
final class DataFolder implements AutoCloseable {
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** POSIX drops all locks of a process on a file when it closes any handle of it, so a second opening in this process must not even be tried. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final String LOCK = "muster.lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing, for its owner only, and holds it until {@link #close}.
     *
     * @throws StartupFailure if it cannot be made or written, or someone holds it
     */
    static DataFolder hold(Path folder) {
        return tryHold(folder).orElseThrow(() -> inUse(folder));
    }

    /**
     * As {@link #hold}, but empty where someone holds it.
     *
     * @throws StartupFailure if it cannot be made or written
     */
    static Optional<DataFolder> tryHold(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PRIVATE_FOLDER);
            }
            Path path = folder.toRealPath();
            if (!HELD.add(path)) {
                return Optional.empty();
            }
            Optional<FileChannel> channel = Optional.empty();
            try {
                channel = locked(path);
                return channel.map(open -> new DataFolder(path, open));
            } finally {
                if (channel.isEmpty()) {
                    HELD.remove(path);
                }
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static Optional<FileChannel> locked(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(file, options, PRIVATE_FILE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0)
                    .write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
            return Optional.of(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<Long> holder(Path folder) throws IOException {
        // Reading the file of this process's own lock would drop it.
        if (HELD.contains(folder)) {
            return Optional.of(ProcessHandle.current().pid());
        }
        Path file = folder.resolve(LOCK);
        return Files.readString(file)
                .lines()
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private static StartupFailure inUse(Path folder) {
        try {
            Path path = folder.toRealPath();
            String process = holder(path).map(pid -> " (process " + pid + ")").orElse("");
            return new StartupFailure("The data folder " + path + " is in use by another Muster" + process + ".");
        } catch (IOException e) {
            return unusable(folder, e);
        }
    }

    /** One sentence for whatever the file system refused. */
    static StartupFailure unusable(Path folder, IOException cause) {
        return new StartupFailure(
                "The data folder " + folder + " cannot be used: " + RefusedFile.reason(cause) + ".", cause);
    }

    Path path() {
        return path;
    }

    /** Removes a folder and all in it; nothing happens where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    /** Puts a finished folder in its place: there whole or not at all, and still there after a power failure. */
    static void publish(Path finished, Path place) throws IOException {
        Files.move(finished, place);
        try (FileChannel parent = FileChannel.open(place.resolveSibling("").normalize())) {
            parent.force(true);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(path);
        }
    }
}
