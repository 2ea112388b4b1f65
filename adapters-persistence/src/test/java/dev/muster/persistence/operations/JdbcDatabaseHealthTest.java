package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.domain.operations.DatabaseHealth;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.operations.DatabaseHealthContract;
import dev.muster.testkit.shared.Race;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class JdbcDatabaseHealthTest implements DatabaseHealthContract {

    /** Its one connection is taken from it where a database away is wanted. */
    private static final Stores STUCK = Stores.start(1, Duration.ofSeconds(30));

    @AfterAll
    static void close() {
        STUCK.close();
    }

    @Override
    public DatabaseHealth healthOfAWorkingDatabase() {
        return Stores.shared().bean(DatabaseHealth.class);
    }

    @Override
    public DatabaseHealth healthOfAnUnreachableDatabase() {
        Stores closed = Stores.start(1, Duration.ofMillis(250));
        closed.database().close();
        return closed.bean(DatabaseHealth.class);
    }

    @Test
    void versionIsThatOfTheNewestMigration() {
        assertThat(healthOfAWorkingDatabase().check().schemaVersion())
                .isEqualTo(SchemaHistory.known().version());
    }

    @Test
    void manyWhoAskWhileNoConnectionIsFreeWaitForOneAnswer() throws SQLException {
        DatabaseHealth health = STUCK.bean(DatabaseHealth.class);
        try (Connection taken = STUCK.pool().getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            List<DatabaseHealth.Status> answers = Race.values(Race.of(8, ignored -> health.check()));

            assertThat(answers)
                    .noneMatch(DatabaseHealth.Status::reachable)
                    .extracting(DatabaseHealth.Status::pool)
                    .containsOnly(new DatabaseHealth.Pool(1, 0, 1, 1));
        }
        assertThat(health.check().reachable()).isTrue();
    }

    @Test
    void outageIsLoggedOnceHoweverOftenProbesAskAndItsEndToo() throws SQLException {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcDatabaseHealth.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        try (Stores stores = Stores.start(1, Duration.ofMillis(250))) {
            DatabaseHealth health = stores.bean(DatabaseHealth.class);
            assertThat(health.check().reachable()).isTrue();
            assertThat(log.list).isEmpty();
            try (Connection taken = stores.pool().getConnection()) {
                assertThat(taken.isValid(1)).isTrue();
                assertThat(List.of(health.check(), health.check(), health.check()))
                        .noneMatch(DatabaseHealth.Status::reachable);
            }
            assertThat(List.of(health.check(), health.check())).allMatch(DatabaseHealth.Status::reachable);
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        away -> assertThat(away).contains("can't be asked how it is (no connection)", "after 60 s"),
                        back -> assertThat(back).isEqualTo("The database answers again"));
    }

    @Test
    void whoIsInterruptedWhileWaitingGetsNoAnswer() throws SQLException {
        DatabaseHealth health = STUCK.bean(DatabaseHealth.class);
        try (Connection taken = STUCK.pool().getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            Thread.currentThread().interrupt();

            assertThat(health.check().reachable()).isFalse();
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
