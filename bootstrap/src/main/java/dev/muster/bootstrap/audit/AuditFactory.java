package dev.muster.bootstrap.audit;

import dev.muster.application.audit.Audit;
import dev.muster.application.audit.AuditQueries;
import dev.muster.application.audit.KeepAuditPartitions;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.shared.UnitOfWork;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.function.Supplier;

@Factory
final class AuditFactory {

    private static final String PARTITIONS = "audit-partitions";
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 30);

    @Singleton
    Audit audit(AuditLog log, Stamps stamps, Supplier<Origin> origin) {
        return new Audit(log, stamps, origin);
    }

    @Singleton
    AuditQueries auditQueries(UnitOfWork unitOfWork, AuditLog log) {
        return new AuditQueries(unitOfWork, log);
    }

    @Singleton
    KeepAuditPartitions keepAuditPartitions(UnitOfWork unitOfWork, AuditLog log) {
        return new KeepAuditPartitions(unitOfWork, log);
    }

    @Singleton
    @Named(PARTITIONS)
    Job partitions(KeepAuditPartitions keepAuditPartitions) {
        return new Job(PARTITIONS, new Schedule.Daily(AT_NIGHT), keepAuditPartitions::keep);
    }
}
