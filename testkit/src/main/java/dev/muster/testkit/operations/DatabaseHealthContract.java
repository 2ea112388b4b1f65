package dev.muster.testkit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.operations.DatabaseHealth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What {@link DatabaseHealth} promises. A test class of the adapter implements this interface and gives two: one over a
 * migrated database that works, one over a database that can't be reached.
 */
public interface DatabaseHealthContract {

    /** Over a migrated database that works. */
    DatabaseHealth healthOfAWorkingDatabase();

    /** Over a database that can't be reached. */
    DatabaseHealth healthOfAnUnreachableDatabase();

    @Test
    default void workingDatabaseTellsAllAboutItself() {
        DatabaseHealth.Status status = healthOfAWorkingDatabase().check();

        assertThat(status.reachable()).isTrue();
        assertThat(status.latency()).isPositive();
        assertThat(status.serverVersion()).matches("\\d+(\\.\\d+)+.*");
        assertThat(status.schemaVersion()).isNotBlank();
        assertThat(status.cacheHitRatio())
                .satisfiesAnyOf(
                        ratio -> assertThat(ratio).isNull(),
                        ratio -> assertThat(ratio).isBetween(0.0, 1.0));
    }

    @Test
    default void connectionsAreWithinTheirBounds() {
        DatabaseHealth.Pool pool = healthOfAWorkingDatabase().check().pool();

        assertThat(pool.max()).isPositive();
        assertThat(pool.active()).isNotNegative();
        assertThat(pool.idle()).isNotNegative();
        assertThat(pool.active() + pool.idle()).isBetween(0, pool.max());
        assertThat(pool.waiting()).isZero();
    }

    @Test
    default void unreachableDatabaseIsToldAndNotThrown() {
        DatabaseHealth.Status status = healthOfAnUnreachableDatabase().check();

        assertThat(status.reachable()).isFalse();
        assertThat(status.latency()).isNull();
        assertThat(status.serverVersion()).isNull();
        assertThat(status.schemaVersion()).isNull();
        assertThat(status.cacheHitRatio()).isNull();
        assertThat(status.pool().max()).isPositive();
    }

    @Test
    default void unreachableDatabaseIsNotWaitedForLong() {
        DatabaseHealth health = healthOfAnUnreachableDatabase();
        long start = System.nanoTime();
        health.check();

        // Two seconds are promised; the third is the test machine's.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
