package dev.muster.bootstrap.operations;

import dev.muster.application.operations.HealthQueries;
import dev.muster.domain.operations.DatabaseHealth;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class OperationsFactory {

    @Singleton
    HealthQueries healthQueries(DatabaseHealth database) {
        return new HealthQueries(database);
    }
}
