package dev.muster.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The server of this JVM's test databases.
 *
 * @param url of a database to begin with
 * @param outlives whether it goes on after the JVM, so that databases have to be dropped
 */
record Server(DatabaseUrl url, boolean outlives) {

    private static @Nullable Server ofThisJvm;

    /**
     * Started by the first who asks.
     *
     * @throws IllegalStateException if there is none
     */
    static synchronized Server ofThisJvm() {
        Server running = ofThisJvm;
        if (running == null) {
            running = Choice.start();
            ofThisJvm = running;
        }
        return running;
    }

    /** @throws IllegalStateException if the server does not do it */
    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("the test database at " + url.server() + " refused: " + sql, failure);
        }
    }

    /** @throws SQLException if the server can't be reached */
    String version() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    void drop(String database) {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    void dropAtExit(String database) {
        if (outlives) {
            drop(database);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }
}
