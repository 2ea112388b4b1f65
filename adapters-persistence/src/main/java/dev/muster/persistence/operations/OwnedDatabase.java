package dev.muster.persistence.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database as the owner of its schema reaches it, and changes it alone. */
final class OwnedDatabase {

    /** Any number that no other program takes in the same database. */
    private static final long LOCK = 0x6d7573746572L;

    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(50);

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final MigrationProblems problems;

    OwnedDatabase(String jdbcUrl, String user, @Nullable String password) {
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(10);
        source.setApplicationName("muster-migrations");
        this.problems = new MigrationProblems(jdbcUrl, user);
    }

    MigrationProblems problems() {
        return problems;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** Flyway over the scripts of this Muster, with connections of its own. */
    FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .defaultSchema("muster")
                .validateMigrationNaming(true)
                .loggers("slf4j");
    }

    /** Refuses a schema that only a later Muster knows. */
    SchemaHistory requireNotNewer(SchemaHistory found) {
        SchemaHistory known = SchemaHistory.known();
        if (!known.knows(found.version())) {
            throw problems.newer(found, known);
        }
        return found;
    }

    /** Refuses a schema whose versions are not, one by one, those of this Muster. */
    SchemaHistory requireKnown(SchemaHistory found) {
        requireNotNewer(found);
        if (!SchemaHistory.known().beginsWith(found)) {
            throw problems.foreign();
        }
        return found;
    }

    /**
     * One program at a time; held until the connection is closed. Asks again and again instead of waiting in the server,
     * as a statement that waits there would hold up an index that is built concurrently.
     */
    void lock(Connection connection) throws SQLException {
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

    /** Makes the schema where there is none. Flyway would try for ten seconds, also where the login may not. */
    void requireSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regnamespace('muster') is null")) {
            row.next();
            if (row.getBoolean(1)) {
                statement.execute("create schema muster");
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
}
