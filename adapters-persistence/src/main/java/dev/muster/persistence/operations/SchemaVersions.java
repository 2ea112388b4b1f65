package dev.muster.persistence.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a schema: which a database has had, whether they are those of this Muster, and the way back (requirement
 * E1). Every method throws {@link MigrationFailure} with the reason, as {@link Migrations} does.
 */
public final class SchemaVersions {

    private final OwnedDatabase database;

    /** As of {@link Migrations#Migrations}. */
    public SchemaVersions(String jdbcUrl, String user, @Nullable String password) {
        this.database = new OwnedDatabase(jdbcUrl, user, password);
    }

    /**
     * One version.
     *
     * @param number as in the name of its script, such as 001
     * @param description what it is about, such as "accounts"
     * @param appliedAt when the database got it, or null if it is still to come
     */
    public record Version(
            String number, String description, @Nullable Instant appliedAt) {}

    /** Those the database has had, then those that are to come, oldest first. Changes nothing. */
    public List<Version> status() {
        try (Connection connection = database.connect()) {
            List<Version> versions = new ArrayList<>(SchemaHistory.applied(connection));
            SchemaHistory.SCRIPTS.stream()
                    .map(script -> new Version(SchemaHistory.version(script), SchemaHistory.description(script), null))
                    .filter(known -> versions.stream()
                            .noneMatch(applied -> applied.number().equals(known.number())))
                    .toList()
                    .forEach(versions::add);
            return List.copyOf(versions);
        } catch (SQLException failure) {
            throw database.problems().of(failure);
        }
    }

    /** Refuses a database whose versions are not those of this Muster. Versions that are still to come are no fault. */
    public void verify() {
        try (Connection connection = database.connect()) {
            database.requireNotNewer(SchemaHistory.of(connection));
            database.flyway().ignoreMigrationPatterns("*:pending").load().validate();
        } catch (SQLException | FlywayException failure) {
            throw database.problems().of(failure);
        }
    }

    /**
     * Takes back every version after a target, the newest first, each in a transaction of its own with its row of the
     * history; what only the newer versions could hold is lost. When a step fails, the steps before it stay. Nothing runs
     * beside it that migrates, but servers may: those of the target's version go on, newer ones fail.
     *
     * @param target a version that the database has had, or 0 for none; zeros in front don't matter
     * @return what was taken back, newest first
     */
    public List<String> rollback(String target) {
        try (Connection connection = database.connect()) {
            database.lock(connection);
            List<String> undone = after(target, database.requireKnown(SchemaHistory.of(connection)));
            connection.setAutoCommit(false);
            for (String version : undone) {
                undo(connection, version);
            }
            return undone;
        } catch (SQLException failure) {
            throw database.problems().of(failure);
        }
    }

    private List<String> after(String target, SchemaHistory found) {
        List<String> had =
                found.entries().stream().map(SchemaHistory.Entry::version).toList();
        String wanted = withoutZeros(target);
        int kept = wanted.equals("0")
                ? 0
                : had.stream().map(SchemaVersions::withoutZeros).toList().indexOf(wanted) + 1;
        if (kept == 0 && !wanted.equals("0")) {
            throw database.problems().unknownTarget(had);
        }
        return had.subList(kept, had.size()).reversed();
    }

    private static String withoutZeros(String version) {
        return version.replaceFirst("^0+(?=.)", "");
    }

    private static void undo(Connection connection, String version) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement forgotten =
                        connection.prepareStatement("delete from muster.flyway_schema_history where version = ?")) {
            statement.execute(SchemaHistory.rollbackOf(version));
            forgotten.setString(1, version);
            forgotten.executeUpdate();
            connection.commit();
        }
    }
}
