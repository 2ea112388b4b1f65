package dev.muster.bootstrap.operations;

import dev.muster.application.operations.HealthQueries;
import dev.muster.application.operations.RemoveExpiredTokens;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.operations.DatabaseHealth;
import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.domain.shared.UnitOfWork;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalTime;

@Factory
final class OperationsFactory {

    private static final String EXPIRED = "expired-tokens";
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 50);

    @Singleton
    HealthQueries healthQueries(DatabaseHealth database) {
        return new HealthQueries(database);
    }

    @Singleton
    RemoveExpiredTokens removeExpiredTokens(UnitOfWork unitOfWork, ExpiredTokens expiredTokens) {
        return new RemoveExpiredTokens(unitOfWork, expiredTokens);
    }

    @Singleton
    @Named(EXPIRED)
    Job removing(RemoveExpiredTokens removeExpiredTokens) {
        return new Job(EXPIRED, new Schedule.Daily(AT_NIGHT), removeExpiredTokens::remove);
    }
}
