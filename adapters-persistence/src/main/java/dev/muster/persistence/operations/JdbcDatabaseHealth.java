package dev.muster.persistence.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.muster.domain.operations.DatabaseHealth;
import dev.muster.persistence.shared.Seldom;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database over the pool, as every request does. Whoever asks while the last question is still unanswered waits
 * for the same answer, so that questions do not pile up on a database that is stuck. That it is away is logged once a minute
 * at most, however often probes ask, and once that it is back.
 */
@Singleton
final class JdbcDatabaseHealth implements DatabaseHealth {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDatabaseHealth.class);
    private static final Duration PATIENCE = Duration.ofMillis(1900);

    private static final String QUESTION = """
            select split_part(current_setting('server_version'), ' ', 1),
                (select version from muster.flyway_schema_history
                 where success and version is not null order by installed_rank desc limit 1),
                (select sum(blks_hit) / nullif(sum(blks_hit) + sum(blks_read), 0)
                 from pg_stat_database where datname = current_database())
            """;

    private final HikariDataSource pool;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("database-health").factory());
    private final Seldom seldom = new Seldom();
    private final AtomicBoolean toldAway = new AtomicBoolean();
    private @Nullable Future<Answer> pending;

    JdbcDatabaseHealth(DataSource dataSource) throws SQLException {
        this.pool = DelegatingDataSource.unwrapDataSource(dataSource).unwrap(HikariDataSource.class);
    }

    @Override
    public Status check() {
        Answer answer = answer();
        return new Status(
                answer.latency() != null,
                answer.latency(),
                answer.serverVersion(),
                answer.schemaVersion(),
                answer.cacheHitRatio(),
                connections());
    }

    private Answer answer() {
        try {
            Answer answer = question().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            tellBack();
            return answer;
        } catch (TimeoutException stuck) {
            tellAway("no answer within " + PATIENCE.toMillis() + " ms");
        } catch (ExecutionException failed) {
            tellAway(reason(failed.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Answer.NONE;
    }

    private void tellAway(String reason) {
        if (seldom.mayTell()) {
            toldAway.set(true);
            LOG.warn(
                    "The database can't be asked how it is ({}); it is tried on, and said again after {} s at the earliest",
                    reason,
                    Seldom.PAUSE.toSeconds());
        }
    }

    private void tellBack() {
        if (toldAway.getAndSet(false)) {
            LOG.info("The database answers again");
        }
    }

    /** Not the message: it may hold what nobody's log should. */
    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql.getSQLState() == null ? "no connection" : "SQLSTATE " + sql.getSQLState();
        }
        return String.valueOf(cause);
    }

    private synchronized Future<Answer> question() {
        Future<Answer> current = pending;
        if (current == null || current.isDone()) {
            current = asking.submit(this::ask);
            pending = current;
        }
        return current;
    }

    private Answer ask() throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.ceilDiv(PATIENCE.toMillis(), 1000));
            try (ResultSet row = statement.executeQuery(QUESTION)) {
                row.next();
                Duration latency = Duration.ofNanos(System.nanoTime() - start);
                double ratio = row.getDouble(3);
                return new Answer(latency, row.getString(1), row.getString(2), row.wasNull() ? null : ratio);
            }
        }
    }

    private Pool connections() {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        int max = pool.getMaximumPoolSize();
        return state == null
                ? new Pool(0, 0, 0, max)
                : new Pool(
                        state.getActiveConnections(),
                        state.getIdleConnections(),
                        state.getThreadsAwaitingConnection(),
                        max);
    }

    @PreDestroy
    void stop() {
        asking.shutdownNow();
    }

    /** What the database said; all null if it said nothing. */
    private record Answer(
            @Nullable Duration latency,
            @Nullable String serverVersion,
            @Nullable String schemaVersion,
            @Nullable Double cacheHitRatio) {

        private static final Answer NONE = new Answer(null, null, null, null);
    }
}
