package dev.muster.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database on a real PostgreSQL, for tests. Which server it is on is decided once for the JVM, and printed: an
 * external one when {@code MUSTER_TEST_DATABASE_URL} is set, else one in Docker when an engine answers, else an embedded
 * one. Without any, {@link #create()} fails.
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestDatabase.create();
 * }</pre>
 *
 * The server ends with the JVM; a database on an external server is dropped when it is closed, or at the JVM's end.
 *
 * @param user who may create databases and roles
 */
public record TestDatabase(String jdbcUrl, String user, String password) implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /**
     * An empty database of its own.
     *
     * @throws IllegalStateException if there is no server, or the database can't be created
     */
    public static TestDatabase create() {
        Server server = Server.ofThisJvm();
        String name = "muster_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        server.execute("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.dropAtExit(name)));
        DatabaseUrl url = server.url().withDatabase(name);
        return new TestDatabase(url.jdbc(), url.user(), url.password());
    }

    /** A connection of its own, for a look behind an adapter's back. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** Runs SQL on a connection of its own. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        Server server = Server.ofThisJvm();
        server.drop(DatabaseUrl.parse(jdbcUrl).database());
    }

    @Override
    public String toString() {
        return "TestDatabase[" + jdbcUrl + "]";
    }
}
