package dev.muster.application.audit;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Permission;

/** Reads of the audit log (requirement B1), by those who may. */
public final class AuditQueries {

    private final UnitOfWork unitOfWork;
    private final AuditLog log;

    public AuditQueries(UnitOfWork unitOfWork, AuditLog log) {
        this.unitOfWork = unitOfWork;
        this.log = log;
    }

    /** One page of what is meant, newest first. */
    public Page<AuditEvent> search(Principal principal, AuditFilter filter, PageRequest<AuditPosition> request) {
        principal.require(Permission.AUDIT_READ);
        return unitOfWork.read(principal.user().asActor(), () -> log.find(filter, request));
    }
}
