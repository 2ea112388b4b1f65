package dev.muster.testkit.operations;

import dev.muster.domain.operations.DatabaseHealth;
import java.time.Duration;

/** The health of a database that there isn't: well until a test takes it away. Thread-safe. */
public final class InMemoryDatabaseHealth implements DatabaseHealth {

    private static final Pool POOL = new Pool(1, 3, 0, 4);
    private static final Status WELL = new Status(true, Duration.ofNanos(150_000), "18.6", "001", 0.99, POOL);
    private static final Status AWAY = new Status(false, null, null, null, null, new Pool(0, 0, 0, 4));

    private volatile boolean reachable = true;

    /** Takes the database away, or brings it back. */
    public void setReachable(boolean reachable) {
        this.reachable = reachable;
    }

    @Override
    public Status check() {
        return reachable ? WELL : AWAY;
    }
}
