package dev.muster.persistence.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The migrations a database has had, or those a Muster knows, oldest first. When both are the same there is nothing to
 * do, which is found out by one small query, long before Flyway would have begun.
 */
record SchemaHistory(List<Entry> entries) {

    /** The scripts under db/migration; a test holds the list to the folder. */
    static final List<String> SCRIPTS = List.of(
            "V001__accounts.sql",
            "V002__tasks.sql",
            "V003__access.sql",
            "V004__change_notices.sql",
            "V005__mail.sql",
            "V006__audit.sql",
            "V007__administration.sql",
            "V008__keys.sql",
            "V009__profiles.sql",
            "V010__projects.sql",
            "V011__tasks_complete.sql",
            "V012__idempotency.sql",
            "V013__documents.sql",
            "V014__executions.sql",
            "V015__exports.sql",
            "V016__templates.sql",
            "V017__replaced_sessions.sql",
            "V018__task_statistics.sql");

    /**
     * One migration.
     *
     * @param checksum as Flyway computes it
     */
    record Entry(String version, int checksum, boolean success) {}

    /** What this Muster knows. */
    static SchemaHistory known() {
        return new SchemaHistory(SCRIPTS.stream()
                .map(script -> new Entry(version(script), checksum(script), true))
                .toList());
    }

    /** What the database has had; nothing if there is no schema yet. */
    static SchemaHistory of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                return new SchemaHistory(List.of());
            }
            try (ResultSet rows = statement.executeQuery("select version, checksum, success"
                    + " from muster.flyway_schema_history where version is not null order by installed_rank")) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(rows.getString(1), rows.getInt(2), rows.getBoolean(3)));
                }
                return new SchemaHistory(entries);
            }
        }
    }

    /**
     * The versions the database has had, with their times. Flyway notes them in the time zone of the connection that
     * migrated; read back in that of this one, which is the same unless the machine's was changed.
     */
    static List<SchemaVersions.Version> applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                return List.of();
            }
            try (ResultSet rows = statement.executeQuery("select version, description, installed_on::timestamptz"
                    + " from muster.flyway_schema_history where version is not null order by installed_rank")) {
                List<SchemaVersions.Version> versions = new ArrayList<>();
                while (rows.next()) {
                    Instant at = rows.getObject(3, OffsetDateTime.class).toInstant();
                    versions.add(new SchemaVersions.Version(rows.getString(1), rows.getString(2), at));
                }
                return versions;
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('muster.flyway_schema_history') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The newest version, or null. */
    @Nullable String version() {
        return entries.isEmpty() ? null : entries.getLast().version();
    }

    boolean knows(@Nullable String version) {
        return version == null
                || entries.stream().anyMatch(entry -> entry.version().equals(version));
    }

    /** Whether another history is this one up to some version. */
    boolean beginsWith(SchemaHistory other) {
        return other.entries.size() <= entries.size()
                && entries.subList(0, other.entries.size()).equals(other.entries);
    }

    static String version(String script) {
        return script.substring(1, script.indexOf("__"));
    }

    static String description(String script) {
        return script.substring(script.indexOf("__") + 2, script.lastIndexOf('.'))
                .replace('_', ' ');
    }

    /** The script that takes a version back: of the same name, with U for undo. */
    static String rollbackOf(String version) {
        String script = SCRIPTS.stream()
                .filter(known -> version(known).equals(version))
                .findFirst()
                .orElseThrow();
        try (InputStream in = resource("/db/rollback/U" + script.substring(1))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(SchemaHistory.class.getResourceAsStream(path), path);
    }

    /** CRC-32 over the lines without their ends. */
    private static int checksum(String script) {
        CRC32 crc = new CRC32();
        try (InputStream in = resource("/db/migration/" + script);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (int) crc.getValue();
    }
}
