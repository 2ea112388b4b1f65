package dev.muster.application.audit;

import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;

/** Keeps room in the audit log for a year ahead (requirement B1); done every day, it outlasts months of failing. */
public final class KeepAuditPartitions {

    private static final int MONTHS = 12;

    private final UnitOfWork unitOfWork;
    private final AuditLog log;

    public KeepAuditPartitions(UnitOfWork unitOfWork, AuditLog log) {
        this.unitOfWork = unitOfWork;
        this.log = log;
    }

    public void keep() {
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            log.makeRoom(MONTHS);
            return true;
        });
    }
}
