package dev.muster.persistence.session;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of changes by PostgreSQL's notifications, on two connections of its own that are not the pool's, in a thread of
 * its own. Whatever goes wrong is answered by {@link Follower#lost} and a new connection, sooner or later.
 */
@Singleton
final class JdbcChangeFeed implements ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcChangeFeed.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;

    private final DataSource source;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable Connection waiting;

    /** Failures since it last heard, and what the log has of them; only the thread counts. */
    private int failures;

    private final Set<String> reported = new HashSet<>();

    JdbcChangeFeed(DataSource dataSource) throws SQLException {
        this.source = ChangeNotices.beside(
                DelegatingDataSource.unwrapDataSource(dataSource).unwrap(HikariDataSource.class));
    }

    @Override
    public synchronized void follow(Follower follower) {
        if (thread != null || isClosing()) {
            throw new IllegalStateException("a feed is followed once, before it is closed");
        }
        follower.lost();
        thread = Thread.ofPlatform().daemon().name("change-feed").start(() -> run(follower));
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run(Follower follower) {
        while (!isClosing()) {
            try (Connection ear = source.getConnection();
                    Connection voice = source.getConnection()) {
                waiting = ear;
                hear(ChangeNotices.listen(ear, voice), follower);
            } catch (SQLException | RuntimeException | Error failure) {
                if (!isClosing()) {
                    report(failure);
                    lose(follower);
                    pause();
                }
            }
        }
    }

    private void hear(ChangeNotices notices, Follower follower) throws SQLException {
        follower.found();
        if (failures > 0) {
            LOG.info("Changes on other nodes are heard again");
        }
        failures = 0;
        reported.clear();
        while (!isClosing()) {
            for (String notice : notices.next()) {
                tell(notice, follower);
            }
        }
    }

    private static void tell(String notice, Follower follower) {
        String[] parts = notice.split(":", 2);
        UUID id = parts.length == 2 ? parse(parts[1]) : null;
        if (id != null && parts[0].equals("session")) {
            follower.sessionEnded(new SessionId(id));
        } else if (id != null && parts[0].equals("user")) {
            follower.userChanged(new UserId(id));
        } else if (id != null && parts[0].equals("profile")) {
            follower.profileChanged(new UserId(id));
        } else if (notice.equals("roles")) {
            follower.rolesChanged();
        } else if (notice.equals("keys")) {
            follower.keysChanged();
        } else {
            // Anyone who may connect can send one, a newer Muster among them.
            LOG.debug("A notice that says nothing to this version was ignored");
        }
    }

    private static @Nullable UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private void report(Throwable failure) {
        if (!(failure instanceof SQLException sql)) {
            LOG.error("Hearing of changes on other nodes failed", failure);
        } else if (!reported.add(String.valueOf(sql.getSQLState()))) {
            LOG.debug("Changes on other nodes are still not heard (SQLSTATE {})", sql.getSQLState());
        } else if (failure instanceof ChangeNotices.Deaf) {
            LOG.warn("Changes on other nodes are not heard: a notice of this node to itself did not arrive. Nothing is"
                    + " remembered until one does. LISTEN needs a session of its own: if this lasts, let the database URL"
                    + " lead to the server directly, not through a pooler in transaction mode");
        } else {
            // Not the message: it may hold what nobody's log should.
            LOG.warn(
                    "Changes on other nodes are not heard (SQLSTATE {}); nothing is remembered until they are",
                    sql.getSQLState());
        }
    }

    private static void lose(Follower follower) {
        try {
            follower.lost();
        } catch (RuntimeException | Error failure) {
            LOG.error("A follower of changes can't be told that they go unheard", failure);
        }
    }

    /** Twice as long as before, so that a database that starts is not stormed; and by chance, so that nodes spread. */
    private void pause() {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        try {
            long millis = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
            boolean closed = closing.await(millis, TimeUnit.MILLISECONDS);
            LOG.debug(closed ? "Closed while changes were not heard" : "Listens again after {} ms", millis);
        } catch (InterruptedException stranger) {
            LOG.debug("Interrupted by someone else than close, so the next try comes at once");
        }
    }

    @PreDestroy
    @Override
    public void close() {
        closing.countDown();
        cut(waiting);
        Thread running = running();
        if (running == null) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the wait of the thread; without it the thread ends by itself, a moment later. */
    private static void cut(@Nullable Connection waiting) {
        try {
            if (waiting != null) {
                waiting.abort(Runnable::run);
            }
        } catch (SQLException failure) {
            LOG.debug("The connection that hears of changes can't be cut (SQLSTATE {})", failure.getSQLState());
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }
}
