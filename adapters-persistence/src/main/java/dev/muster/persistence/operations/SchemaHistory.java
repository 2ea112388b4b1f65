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
    static final List<String> SCRIPTS = List.of("V001__accounts.sql", "V002__tasks.sql");

    /**
     * One migration.
     *
     * @param checksum as Flyway computes it
     */
    record Entry(String version, int checksum, boolean success) {}

    /** What this Muster knows. */
    static SchemaHistory known() {
        return new SchemaHistory(SCRIPTS.stream()
                .map(script -> new Entry(script.substring(1, script.indexOf("__")), checksum(script), true))
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

    /** CRC-32 over the lines without their ends. */
    private static int checksum(String script) {
        CRC32 crc = new CRC32();
        try (InputStream in = Objects.requireNonNull(
                        SchemaHistory.class.getResourceAsStream("/db/migration/" + script), script);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (int) crc.getValue();
    }
}
