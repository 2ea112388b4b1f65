package dev.muster.bootstrap.database;

import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.execute;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmbeddedPostgresTest {
    private static final EmbeddedPostgresFolders folders = EmbeddedPostgresFolders.make();

    /** Runs for the questions that change nothing. */
    private static @Nullable EmbeddedPostgres unchanged;

    private static @Nullable EmbeddedDatabase unchangedDatabase;

    @AfterAll
    static void removeAll() throws IOException {
        if (unchanged != null) {
            unchanged.close();
        }
        folders.close();
    }

    @Test
    void keepsDataAndLoginsOverARestart() throws Exception {
        Path folder = folders.fresh();
        Login owner;
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            owner = database.owner();
            execute(database, owner, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            assertThat(database.owner()).isEqualTo(owner);
            assertThat(query(database, owner, "SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(PostmasterFile.in(folder.resolve("database/cluster"))).doesNotExist();
    }

    @Test
    void givesEachRoleOnlyWhatItNeeds() throws Exception {
        try (var postgres = folders.postgres(folders.fresh())) {
            EmbeddedDatabase database = postgres.start();
            String privileged = "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'muster%'"
                    + " AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)";

            assertThat(query(database, database.owner(), privileged)).isEqualTo("0");
            assertThat(query(
                            database,
                            database.owner(),
                            "SELECT count(*) FROM pg_roles WHERE rolname IN ('muster_owner', 'muster_app')"))
                    .isEqualTo("2");
            execute(database, database.owner(), "CREATE TABLE owned (id int)");
            assertRefused(database, database.application(), "CREATE TABLE mine (id int)", "42501");
            assertRefused(database, database.application(), "CREATE SCHEMA mine", "42501");
            assertRefused(database, database.application(), "CREATE TEMPORARY TABLE mine (id int)", "42501");
            assertRefused(database, database.application(), "SELECT * FROM owned", "42501");
            assertRefused(database, new Login("muster_app", "wrong"), "SELECT 1", "28P01");
            assertRefused(database, new Login("muster_app", null), "SELECT 1", "08004");
        }
    }

    private static void assertRefused(EmbeddedDatabase database, Login login, String sql, String state) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(database, login, sql))
                .extracting(SQLException::getSQLState)
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHOW fsync | on",
                "SHOW synchronous_commit | on",
                "SHOW full_page_writes | on",
                "SHOW data_checksums | on",
                "SHOW server_encoding | UTF8",
                "SHOW listen_addresses | 127.0.0.1",
                "SHOW password_encryption | scram-sha-256",
                "SHOW max_connections | 30",
                "SHOW work_mem | 9MB",
                "SELECT concat(datlocprovider, ' ', datlocale) FROM pg_database WHERE datname = 'muster' | b C.UTF-8",
                "SELECT 'Z' < 'a' AND lower('Ä') = 'ä' | t",
                "SELECT extname FROM pg_extension WHERE extname = 'pg_stat_statements' | pg_stat_statements",
            })
    void hasDurableSettingsAndThoseOfAPerson(String question, String answer) throws Exception {
        if (unchanged == null) {
            Path folder = folders.fresh();
            Files.writeString(folder.resolve("postgresql.local.conf"), "work_mem = 9MB\n");
            unchanged = folders.postgres(folder);
            unchangedDatabase = unchanged.start();
        }
        assertThat(query(unchangedDatabase, unchangedDatabase.owner(), question))
                .isEqualTo(answer);
    }

    @Test
    void knowsLettersBeyondAsciiInTrigrams() throws Exception {
        try (var postgres = folders.postgres(folders.fresh())) {
            EmbeddedDatabase database = postgres.start();
            execute(database, database.owner(), "CREATE EXTENSION pg_trgm");
            assertThat(query(database, database.owner(), "SELECT similarity('Über', 'über')"))
                    .isEqualTo("1");
            assertThat(query(database, database.owner(), "SELECT similarity('Äöü', 'ßéè')"))
                    .isEqualTo("0");
        }
    }

    @Test
    void unpacksAgainWhatWasUnpackedHalfAndKeepsEverythingToItsOwner() throws Exception {
        Path folder = folders.root().resolve("new");
        Files.createDirectories(folder.resolve("postgresql-unpacking/bin"));
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
        }
        assertThat(folders.progress).hasSize(1).first().asString().startsWith("Unpacking PostgreSQL");
        assertThat(folder.resolve("postgresql-unpacking")).doesNotExist();
        for (String name : List.of("database", "database/cluster", "database/log")) {
            assertThat(permissions(folder.resolve(name))).as(name).isEqualTo("rwx------");
        }
        for (String name : List.of("muster.lock", "database/roles.properties")) {
            assertThat(permissions(folder.resolve(name))).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void makesAMissingDataFolderForItsOwnerOnly() throws Exception {
        Path folder = folders.root().resolve("a/b");
        DataFolder.hold(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void logsNeitherStatementsNorTheirValues() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            execute(database, database.owner(), "CREATE TABLE private (email text PRIMARY KEY)");
            execute(database, database.owner(), "INSERT INTO private VALUES ('ann@example.org')");
            assertRefused(database, database.owner(), "INSERT INTO private VALUES ('ann@example.org')", "23505");
        }
        StringBuilder logs = new StringBuilder();
        try (var files = Files.list(folder.resolve("database/log"))) {
            for (Path file : files.toList()) {
                logs.append(Files.readString(file));
            }
        }
        assertThat(logs.toString()).contains("duplicate key").doesNotContain("ann@example.org", "INSERT");
    }

    @Test
    void beginsAnewAfterASetUpThatWasCutShort() throws Exception {
        Path folder = folders.empty();
        Files.createDirectories(folder.resolve("database-unfinished-1/cluster/base"));
        Files.createDirectories(folder.resolve("postgresql-0ld/bin"));
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            assertThat(query(database, database.owner(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("database-unfinished-1")).doesNotExist();
        assertThat(folder.resolve("postgresql-0ld")).doesNotExist();
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        Path folder = folders.empty();
        Path cluster = Files.createDirectories(folder.resolve("database/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> folders.postgres(folder).start())
                .withMessageContaining("was made by PostgreSQL 17, and this Muster brings PostgreSQL 18;");
    }

    @Test
    void refusesAFolderThatItsOwnProcessHolds() throws Exception {
        Path folder = folders.fresh();
        try (var first = folders.postgres(folder)) {
            EmbeddedDatabase database = first.start();
            assertThatExceptionOfType(StartupFailure.class)
                    .isThrownBy(() -> new EmbeddedPostgres(folder, 10, sentence -> {}).start())
                    .withMessage("The data folder " + folder + " is in use by another Muster (process "
                            + ProcessHandle.current().pid() + ").");
            assertThat(query(database, database.owner(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(folders.fresh().resolve("file"));

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> folders.postgres(file).start())
                .withMessage("The data folder " + file + " cannot be used: " + file + " is not a folder.");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> folders.postgres(file.resolve("below")).start())
                .withMessageContaining("cannot be used: ");
    }

    @Test
    void refusesANameThatAShellWouldRead() {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(
                        () -> folders.postgres(folders.root().resolve("a$HOME")).start())
                .withMessageContaining("has a character in its name");
        assertThat(folders.root().resolve("a$HOME")).doesNotExist();
    }

    @Test
    void tellsWhyPostgresqlDoesNotStartAndLetsGoOfTheFolder() throws Exception {
        Path folder = folders.fresh();
        Path own = Files.writeString(folder.resolve("postgresql.local.conf"), "");
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
        }
        Files.writeString(own, "no_such_setting = on\n");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> folders.postgres(folder).start())
                .withMessageStartingWith("The embedded PostgreSQL did not start: configuration file ")
                .withMessageEndingWith("contains errors.");
        Files.writeString(own, "");
        try (var postgres = folders.postgres(folder)) {
            assertThat(postgres.start().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void refusesDataWithoutItsPasswords() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
        }
        Path passwords = folder.resolve("database/roles.properties");
        Files.writeString(passwords, Files.readString(passwords).replace("muster_app", "someone"));
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> folders.postgres(folder).start())
                .withMessageContaining("has no password of muster_app");
        assertThat(PostmasterFile.in(folder.resolve("database/cluster"))).doesNotExist();
    }

    @Test
    void joinsTheServerOfAnotherAndLeavesItRunning() throws Exception {
        Path folder = folders.fresh();
        try (var first = folders.postgres(folder)) {
            EmbeddedDatabase database = first.start();
            try (var second = folders.postgres(folder)) {
                assertThat(second.startOrJoin()).isEqualTo(database);
            }
            assertThat(query(database, database.owner(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void startsTheServerThatNobodyRuns() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.startOrJoin();
            assertThat(query(database, database.owner(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(PostmasterFile.in(folder.resolve("database/cluster"))).doesNotExist();
    }

    @Test
    void closesWhatWasNeverStarted() throws Exception {
        var postgres = folders.postgres(folders.fresh());
        postgres.close();
        postgres.close();
        assertThat(folders.progress).isEmpty();
    }
}
