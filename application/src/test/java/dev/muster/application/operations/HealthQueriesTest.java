package dev.muster.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.operations.InMemoryDatabaseHealth;
import org.junit.jupiter.api.Test;

final class HealthQueriesTest {

    private final InMemoryDatabaseHealth database = new InMemoryDatabaseHealth();
    private final HealthQueries queries = new HealthQueries(database);

    @Test
    void readyWhileTheDatabaseAnswers() {
        assertThat(queries.isReady()).isTrue();
    }

    @Test
    void notReadyWhileTheDatabaseIsAway() {
        database.setReachable(false);
        assertThat(queries.isReady()).isFalse();

        database.setReachable(true);
        assertThat(queries.isReady()).isTrue();
    }

    @Test
    void notReadyOnceAboutToStop() {
        queries.stop();

        assertThat(queries.isReady()).isFalse();
    }

    @Test
    void databaseIsToldAsItIs() {
        assertThat(queries.database()).isEqualTo(database.check());
        assertThat(queries.database().reachable()).isTrue();

        database.setReachable(false);

        assertThat(queries.database().reachable()).isFalse();
    }
}
