package dev.muster.bootstrap.database;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Makes the cluster with its roles and its database. All of it happens in a folder aside, which takes its name when it is finished, so a set-up that was cut short
 * begins anew. The roles are made by PostgreSQL's single-user mode: nothing listens before every role has its password.
 */
record ClusterSetUp(PostgresPrograms programs) {
    static final String DATABASE = "muster";
    private static final String UNFINISHED = "database-unfinished-";

    void setUp(Cluster finished) throws IOException {
        Path dataFolder = finished.folder().resolveSibling("").normalize();
        // A name of its own each time: an initdb that outlived a killed Muster may still be writing to the last one.
        Path half = Files.createTempDirectory(dataFolder, UNFINISHED, DataFolder.PRIVATE_FOLDER);
        Cluster cluster = new Cluster(half);
        RolePasswords passwords = RolePasswords.random(new SecureRandom());
        passwords.store(cluster.passwords());
        initialise(cluster, passwords);
        execute(cluster, "postgres", rolesAndDatabase(passwords));
        execute(cluster, DATABASE, "CREATE EXTENSION pg_stat_statements\n");
        DataFolder.publish(half, finished.folder());
        deleteUnfinished(dataFolder);
    }

    private static void deleteUnfinished(Path dataFolder) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(dataFolder, UNFINISHED + "*")) {
            for (Path folder : unfinished) {
                DataFolder.delete(folder);
            }
        }
    }

    private void initialise(Cluster cluster, RolePasswords passwords) throws IOException {
        Path superuserPassword = Files.createTempFile(cluster.folder(), "superuser", "", DataFolder.PRIVATE_FILE);
        Files.writeString(superuserPassword, passwords.superuser());
        PostgresPrograms.Outcome outcome = programs.run(
                cluster.programLog(),
                "",
                "initdb",
                "--pgdata=" + cluster.data(),
                "--username=" + RolePasswords.SUPERUSER_ROLE,
                "--pwfile=" + superuserPassword,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                // Sorting by code point is the same on every system and in every version: no index breaks when the C
                // library changes.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                // Trigrams take what a letter is from the C library: without a UTF-8 locale they would skip all but
                // ASCII.
                "--lc-ctype=" + utf8Locale(System.getProperty("os.name")));
        if (outcome.failed()) {
            throw new StartupFailure("The embedded database cannot be set up in "
                    + cluster.folder().getParent() + ": " + outcome.lastLine() + ".");
        }
        Files.delete(superuserPassword);
        cluster.configure();
    }

    static String utf8Locale(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    /** One statement a line, as single-user mode reads them. */
    private static String rolesAndDatabase(RolePasswords passwords) {
        return """
                CREATE ROLE muster_owner LOGIN PASSWORD '%s'
                CREATE ROLE muster_app LOGIN PASSWORD '%s'
                CREATE DATABASE muster OWNER muster_owner
                REVOKE ALL ON DATABASE muster FROM PUBLIC
                GRANT CONNECT ON DATABASE muster TO muster_app
                """.formatted(passwords.owner(), passwords.application());
    }

    private void execute(Cluster cluster, String database, String statements) throws IOException {
        PostgresPrograms.Outcome outcome = programs.run(
                cluster.programLog(),
                statements,
                "postgres",
                "--single",
                "-D",
                cluster.data().toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "logging_collector=off",
                database);
        if (outcome.failed()) {
            throw new StartupFailure("The roles of the embedded database cannot be made in "
                    + cluster.folder().getParent() + ": " + outcome.lastLine() + ".");
        }
    }
}
