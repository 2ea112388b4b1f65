package dev.muster.persistence.operations;

import dev.muster.persistence.shared.PoolSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the schema of a database up to date (requirement E1). Safe to run at any time and by many nodes at once; costs a
 * connection and two small queries when there is nothing to do. Every method throws {@link MigrationFailure} with the
 * reason: the database can't be reached, refuses the login or does not exist, the login lacks rights, the schema is newer
 * than this Muster, or a migration fails.
 */
public final class Migrations {

    /** Any number that no other program takes in the same database. */
    private static final long LOCK = 0x6d7573746572L;

    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(50);

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final MigrationProblems problems;

    /**
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
     * @param user who owns the schema, or may create it, and the role muster_app unless that exists
     * @param password null where the server asks for none
     */
    public Migrations(String jdbcUrl, String user, @Nullable String password) {
        database.setUrl(jdbcUrl);
        database.setUser(user);
        database.setPassword(password);
        database.setConnectTimeout(10);
        database.setApplicationName("muster-migrations");
        this.problems = new MigrationProblems(jdbcUrl, user);
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
        try (Connection connection = database.getConnection()) {
            SchemaHistory found = requireNotNewer(SchemaHistory.of(connection), known);
            if (!found.equals(known)) {
                lock(connection);
                found = requireNotNewer(SchemaHistory.of(connection), known);
                migrate();
            }
            return new Outcome(found.version(), target);
        } catch (SQLException failure) {
            throw problems.of(failure);
        }
    }

    /** Refuses a login that may not act as the application, for a pool of that login would not open one connection. */
    public void requireApplicationRole() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + PoolSettings.APPLICATION_ROLE);
        } catch (SQLException failure) {
            throw problems.ofRole(failure);
        }
    }

    private SchemaHistory requireNotNewer(SchemaHistory found, SchemaHistory known) {
        if (!known.knows(found.version())) {
            throw problems.newer(found, known);
        }
        return found;
    }

    /**
     * One node at a time; held until the connection is closed. Asks again and again instead of waiting in the server, as
     * a statement that waits there would hold up an index that is built concurrently.
     */
    private void lock(Connection connection) throws SQLException {
        long giveUp = System.nanoTime() + LOCK_PATIENCE.toNanos();
        while (!tryLock(connection)) {
            if (System.nanoTime() > giveUp) {
                throw problems.locked(LOCK_PATIENCE);
            }
            try {
                Thread.sleep(LOCK_PAUSE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw problems.locked(LOCK_PATIENCE);
            }
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .defaultSchema("muster")
                    .validateMigrationNaming(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw problems.of(failure);
        }
    }
}
