package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

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
