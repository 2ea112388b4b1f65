package dev.muster.persistence.session;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Hears what the triggers of the database tell. A connection that hears nothing looks like a quiet one, be it broken or led
 * through a pooler that answers LISTEN and passes no notice on; so every {@link #BEAT} a notice is sent on the same channel,
 * and has to be heard before the next one is due. Whatever makes it deaf is thereby found out within two beats, which
 * leaves time to spare in the second that requirement A5 gives.
 */
final class ChangeNotices {

    static final Duration BEAT = Duration.ofMillis(350);

    private static final String BEATS = "beat:";
    private static final int CONNECT_SECONDS = 2;

    private final PGConnection ear;
    private final Connection voice;
    private final String beat = BEATS + UUID.randomUUID();
    private boolean heard = true;
    private long due = System.nanoTime();

    private ChangeNotices(PGConnection ear, Connection voice) {
        this.ear = ear;
        this.voice = voice;
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

    /**
     * Listens, and returns when the first beat was heard: then every change is heard that is committed from now on.
     *
     * @param ear only listens from now on: a pooler passes a notice on with the answer to a question, and would so hide
     *     that it keeps all others back
     * @param voice sends the beats
     * @throws Deaf if the first beat is not heard
     */
    static ChangeNotices listen(Connection ear, Connection voice) throws SQLException {
        ear.setNetworkTimeout(Runnable::run, (int) BEAT.toMillis());
        voice.setNetworkTimeout(Runnable::run, (int) BEAT.toMillis());
        voice.setClientInfo("ApplicationName", "muster-beats");
        try (Statement statement = ear.createStatement()) {
            // To the server it is idle for good.
            statement.execute("set idle_session_timeout = 0; listen muster_changes");
        }
        var notices = new ChangeNotices(ear.unwrap(PGConnection.class), voice);
        do {
            notices.next();
        } while (!notices.heard);
        return notices;
    }

    /**
     * What is told next; empty if that is nothing for a while.
     *
     * @throws Deaf if changes may have gone unheard
     * @throws SQLException if a connection is broken
     */
    List<String> next() throws SQLException {
        if (millisLeft() <= 0) {
            sendBeat();
        }
        List<String> told = texts(ear.getNotifications((int) Math.max(1, millisLeft())));
        heard |= told.contains(beat);
        return told.stream().filter(notice -> !notice.startsWith(BEATS)).toList();
    }

    private long millisLeft() {
        return TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
    }

    private void sendBeat() throws SQLException {
        if (!heard) {
            throw new Deaf();
        }
        heard = false;
        due = System.nanoTime() + BEAT.toNanos();
        try (PreparedStatement statement = voice.prepareStatement("select pg_notify('muster_changes', ?)")) {
            statement.setString(1, beat);
            statement.execute();
        }
    }

    private static List<String> texts(PGNotification @Nullable [] notifications) {
        return notifications == null
                ? List.of()
                : Arrays.stream(notifications).map(PGNotification::getParameter).toList();
    }

    /** The server answers, and a notice sent by this node to itself does not arrive in time. */
    static final class Deaf extends SQLException {

        private static final long serialVersionUID = 1L;

        private Deaf() {
            super("A notice did not arrive in time", "08000");
        }
    }
}
