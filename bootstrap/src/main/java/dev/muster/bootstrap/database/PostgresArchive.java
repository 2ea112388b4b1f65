package dev.muster.bootstrap.database;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this system, as the class path brings them: an archive that is unpacked into the data folder once per version. */
final class PostgresArchive {
    private static final String FOLDER_PREFIX = "postgresql-";
    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final Map<String, String> ARCHITECTURES =
            Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

    private final URL archive;

    private PostgresArchive(URL archive) {
        this.archive = archive;
    }

    static PostgresArchive ofThisSystem() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** @throws StartupFailure if this build of Muster brings nothing for that system */
    static PostgresArchive of(String system, String architecture) {
        String family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        String processor = ARCHITECTURES.getOrDefault(architecture, architecture);
        @Nullable URL archive = PostgresArchive.class.getResource("/postgres-" + family + "-" + processor + ".txz");
        if (archive == null) {
            throw new StartupFailure("This build of Muster brings no PostgreSQL for " + system + " on " + architecture
                    + "; set DATABASE_URL to use another one.");
        }
        return new PostgresArchive(archive);
    }

    /** Unpacks the programs where that has not been done yet. */
    PostgresPrograms unpackInto(Path dataFolder, Consumer<String> progress) throws IOException {
        Path home = dataFolder.resolve(FOLDER_PREFIX + checksum());
        if (!Files.isDirectory(home)) {
            progress.accept("Unpacking PostgreSQL into " + home + ".");
            Path half = dataFolder.resolve(FOLDER_PREFIX + "unpacking");
            DataFolder.delete(half);
            Files.createDirectory(half, DataFolder.PRIVATE_FOLDER);
            try (InputStream in = archive.openStream();
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, half);
                }
            }
            DataFolder.publish(half, home);
        }
        return new PostgresPrograms(home);
    }

    /** From the directory of the jar: reading the archive itself at every start would cost more than starting PostgreSQL. */
    private String checksum() throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        return Long.toHexString(connection.getJarEntry().getCrc());
    }

    /** Removes the programs of other versions of Muster; nothing may be running on them any more. */
    static void deleteOthers(PostgresPrograms current) throws IOException {
        try (DirectoryStream<Path> siblings =
                Files.newDirectoryStream(current.home().resolveSibling("").normalize(), FOLDER_PREFIX + "*")) {
            for (Path folder : siblings) {
                if (!folder.equals(current.home())) {
                    DataFolder.delete(folder);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive of PostgreSQL has an entry outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        write(target, tar.readAllBytes());
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    /** Forced to the disk: a program that a power failure cut short would never be unpacked again. */
    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }
    }
}
