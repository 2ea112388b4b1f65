package dev.muster.persistence.session;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A connection that hears what the triggers of the database tell. When nothing is told it asks the server for an answer,
 * for a connection that broke without a word looks like a quiet one; it is found out in {@link #WAIT} and {@link #ANSWER}
 * together, which leaves time to spare in the second that requirement A5 gives.
 */
final class ChangeNotices implements AutoCloseable {

    static final Duration WAIT = Duration.ofMillis(200);
    static final Duration ANSWER = Duration.ofMillis(400);

    private static final int CONNECT_SECONDS = 2;

    private final Connection connection;

    private ChangeNotices(Connection connection) {
        this.connection = connection;
    }

    /** Where connections lead that are made like those of a pool, and not counted among them. */
    static DataSource beside(HikariDataSource pool) {
        String password = pool.getPassword();
        var source = new PGSimpleDataSource();
        source.setUrl(pool.getJdbcUrl());
        source.setUser(pool.getUsername());
        source.setPassword(password == null || password.isEmpty() ? null : password);
        source.setApplicationName("muster-changes");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** Listens: hears every change that is committed after this returns. */
    static ChangeNotices open(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        var notices = new ChangeNotices(connection);
        try {
            connection.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
            notices.run("listen muster_changes");
            return notices;
        } catch (SQLException failure) {
            notices.abort();
            throw failure;
        }
    }

    /**
     * What is told next; empty if that is nothing for a while.
     *
     * @throws SQLException if the connection is broken
     */
    List<String> next() throws SQLException {
        PGConnection driver = connection.unwrap(PGConnection.class);
        List<String> told = texts(driver.getNotifications((int) WAIT.toMillis()));
        if (!told.isEmpty()) {
            return told;
        }
        run("select 1");
        // What came with the answer would else wait for more to come.
        return texts(driver.getNotifications());
    }

    private static List<String> texts(PGNotification @Nullable [] notifications) {
        return notifications == null
                ? List.of()
                : Arrays.stream(notifications).map(PGNotification::getParameter).toList();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Breaks the connection, whoever is waiting at it. */
    void abort() throws SQLException {
        connection.abort(Runnable::run);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
