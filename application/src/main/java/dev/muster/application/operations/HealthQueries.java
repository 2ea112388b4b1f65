package dev.muster.application.operations;

import dev.muster.domain.operations.DatabaseHealth;
import java.util.concurrent.atomic.AtomicBoolean;

/** How Muster is (requirement E10). */
public final class HealthQueries {

    private final DatabaseHealth database;
    private final AtomicBoolean stopping = new AtomicBoolean();

    public HealthQueries(DatabaseHealth database) {
        this.database = database;
    }

    /** The database and the pool. */
    public DatabaseHealth.Status database() {
        return database.check();
    }

    /** Whether requests can be served: the database answers, and Muster is not about to stop. */
    public boolean isReady() {
        return !stopping.get() && database.check().reachable();
    }

    /** From now on Muster is not ready, so that load balancers send nobody any more. */
    public void stop() {
        stopping.set(true);
    }
}
