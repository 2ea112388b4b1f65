package dev.muster.persistence.operations;

import dev.muster.persistence.shared.PoolSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema of a database up to date (requirement E1). Safe to run at any time and by many nodes at once; costs a
 * connection and two small queries when there is nothing to do. Every method throws {@link MigrationFailure} with the
 * reason: the database can't be reached, both ends agree on no connection (TLS), it refuses the login or does not exist, the
 * login lacks rights, the schema is newer than this Muster, or a migration fails.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final OwnedDatabase database;

    /**
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
     * @param user who owns the schema, or may create it, and the role muster_app unless that exists
     * @param password null where the server asks for none
     */
    public Migrations(String jdbcUrl, String user, @Nullable String password) {
        this.database = new OwnedDatabase(jdbcUrl, user, password);
    }

    /**
     * The versions of the schema before and after.
     *
     * @param from null if there was none
     */
    public record Outcome(@Nullable String from, String to) {

        public boolean changed() {
            return !to.equals(from);
        }
    }

    /** Applies what is missing. */
    public Outcome run() {
        SchemaHistory known = SchemaHistory.known();
        String target = Objects.requireNonNull(known.version());
        try (Connection connection = database.connect()) {
            SchemaHistory found = database.requireNotNewer(SchemaHistory.of(connection));
            if (!found.equals(known)) {
                database.lock(connection);
                found = database.requireNotNewer(SchemaHistory.of(connection));
                database.requireSchema(connection);
                migrate(found, target);
            }
            return new Outcome(found.version(), target);
        } catch (SQLException | FlywayException failure) {
            throw database.problems().of(failure);
        }
    }

    private void migrate(SchemaHistory found, String target) {
        boolean upgrade = found.version() != null;
        if (upgrade) {
            LOG.info(
                    "Bringing the schema from version {} to {}; with millions of tasks that takes its time",
                    found.version(),
                    target);
        }
        long begin = System.nanoTime();
        database.flyway().load().migrate();
        if (upgrade) {
            LOG.info("The schema has version {} after {} ms", target, (System.nanoTime() - begin) / 1_000_000);
        }
    }

    /** Refuses a login that may not act as the application, for a pool of that login would not open one connection. */
    public void requireApplicationRole() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + PoolSettings.APPLICATION_ROLE);
        } catch (SQLException failure) {
            throw database.problems().ofRole(failure);
        }
    }
}
