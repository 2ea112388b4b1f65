package dev.muster.bootstrap.idempotency;

import dev.muster.application.idempotency.BeginRequest;
import dev.muster.application.idempotency.EndRequest;
import dev.muster.application.idempotency.ForgetIdempotencyKeys;
import dev.muster.application.idempotency.IdempotentUnitOfWork;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.idempotency.AnswerSeal;
import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.session.TokenSecrets;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.persistence.shared.PoolSettings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

@Factory
final class IdempotencyFactory {

    private static final String FORGET = "forget-idempotency-keys";
    private static final Duration HOURLY = Duration.ofHours(1);

    /** What every use case gets. */
    @Primary
    @Singleton
    UnitOfWork unitOfWork(
            @Named(PoolSettings.UNIT_OF_WORK) UnitOfWork database,
            IdempotencyKeys keys,
            Supplier<Optional<KeyClaim>> running,
            Stamps stamps) {
        return new IdempotentUnitOfWork(database, keys, running, stamps);
    }

    @Singleton
    BeginRequest beginRequest(
            UnitOfWork unitOfWork, IdempotencyKeys keys, AnswerSeal seal, TokenSecrets secrets, Stamps stamps) {
        return new BeginRequest(unitOfWork, keys, seal, secrets, stamps);
    }

    @Singleton
    EndRequest endRequest(UnitOfWork unitOfWork, IdempotencyKeys keys, AnswerSeal seal, Stamps stamps) {
        return new EndRequest(unitOfWork, keys, seal, stamps);
    }

    @Singleton
    ForgetIdempotencyKeys forgetIdempotencyKeys(UnitOfWork unitOfWork, IdempotencyKeys keys, Stamps stamps) {
        return new ForgetIdempotencyKeys(unitOfWork, keys, stamps);
    }

    @Singleton
    @Named(FORGET)
    Job forgetting(ForgetIdempotencyKeys forgetIdempotencyKeys) {
        return new Job(FORGET, new Schedule.Every(HOURLY), forgetIdempotencyKeys::forget);
    }
}
