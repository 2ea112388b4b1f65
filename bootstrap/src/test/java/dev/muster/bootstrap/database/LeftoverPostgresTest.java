package dev.muster.bootstrap.database;

import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.awaitEnd;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.execute;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.kill;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.query;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a Muster or a PostgreSQL that was killed leaves behind. */
final class LeftoverPostgresTest {
    private static final long DEAD =
            4_194_304L; // One above the highest number that Linux gives to a process, and far above that of macOS.

    @AutoClose
    private static final EmbeddedPostgresFolders folders = EmbeddedPostgresFolders.make();

    @Test
    void stopsTheServerOfAKilledMusterAndKeepsWhatItHadAcknowledged() throws Exception {
        Path folder = folders.fresh();
        ProcessHandle left;
        try (KilledMuster other = KilledMuster.start(folder)) {
            Login owner = owner(folder);
            execute(new EmbeddedDatabase(other.jdbcUrl(), owner, owner), owner, "CREATE TABLE kept AS SELECT 42 AS id");
            assertThatExceptionOfType(StartupFailure.class)
                    .isThrownBy(() -> folders.postgres(folder).start())
                    .withMessage("The data folder " + folder + " is in use by another Muster (process " + other.pid()
                            + ").");
            left = server(folder);
        }
        assertThat(left.isAlive()).isTrue();

        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            awaitEnd(left);
            assertThat(folders.progress)
                    .containsExactly("Stopping the PostgreSQL (process " + left.pid()
                            + ") that an earlier Muster left running.");
            assertThat(query(database, database.owner(), "SELECT id FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void refusesFilesThatWereMovedUnderARunningServer() throws Exception {
        Path folder = folders.fresh();
        KilledMuster.start(folder).close();
        ProcessHandle left = server(folder);
        Path moved = Files.move(folder, folder.resolveSibling("moved"));

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> folders.postgres(moved).start())
                .withMessageStartingWith("A PostgreSQL (process " + left.pid() + ") runs on the database in ");
        assertThat(left.isAlive()).isTrue();

        kill(left);
        try (var postgres = folders.postgres(moved)) {
            postgres.start();
        }
    }

    @Test
    void recoversFromAServerThatWasKilled() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            execute(database, database.owner(), "CREATE TABLE kept AS SELECT 42 AS id");
            kill(server(folder));
        }
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            assertThat(query(database, database.owner(), "SELECT id FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void ignoresAFileWhoseNumberIsDeadBelongsToAnotherProcessOrIsMissing() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
        }
        Path data = folder.resolve("database/cluster");
        List<String> contents = List.of(
                DEAD + "\n" + data + "\n1\n5432\n\n127.0.0.1\n 1 1\nready   \n",
                ProcessHandle.current().pid() + "\n" + data + "\n1\n5432\n\n127.0.0.1\n 1 1\nready   \n",
                "",
                "no number\n");
        for (String content : contents) {
            Path file = Files.writeString(PostmasterFile.in(data), content);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            try (var postgres = folders.postgres(folder)) {
                EmbeddedDatabase database = postgres.start();
                assertThat(query(database, database.owner(), "SELECT 1")).isEqualTo("1");
            }
        }
        assertThat(folders.progress).isEmpty();
    }

    @Test
    void killsAServerThatDoesNotStop() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
            ProcessHandle server = server(folder);
            new ProcessBuilder("kill", "-STOP", Long.toString(server.pid()))
                    .start()
                    .waitFor();

            new Postmaster(folders.programs(), new Cluster(folder.resolve("database")), Duration.ofMillis(200)).stop();

            awaitEnd(server);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsTheServerOutOfReachOfCtrlC() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
            assertThat(session(server(folder))).isNotEqualTo(session(ProcessHandle.current()));
        }
    }

    @Test
    void stopsWhereTheThreadIsInterrupted() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(PostmasterFile.in(folder.resolve("database/cluster"))).doesNotExist();
    }

    private static String session(ProcessHandle process) throws IOException {
        String afterName =
                Files.readString(Path.of("/proc/" + process.pid() + "/stat")).replaceFirst(".*\\) ", "");
        return afterName.split(" ")[3];
    }

    private static Login owner(Path folder) throws IOException {
        return new Login(
                "muster_owner",
                RolePasswords.load(folder.resolve("database/roles.properties")).owner());
    }
}
