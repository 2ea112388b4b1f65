package dev.muster.testkit.operations;

import dev.muster.domain.operations.DatabaseHealth;

final class InMemoryDatabaseHealthTest implements DatabaseHealthContract {

    @Override
    public DatabaseHealth healthOfAWorkingDatabase() {
        return new InMemoryDatabaseHealth();
    }

    @Override
    public DatabaseHealth healthOfAnUnreachableDatabase() {
        InMemoryDatabaseHealth health = new InMemoryDatabaseHealth();
        health.setReachable(false);
        return health;
    }
}
