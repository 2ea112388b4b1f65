package dev.muster.domain.audit;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;

/** The record of what was done (requirement B1): added to, never changed. Works inside a unit of work only. */
public interface AuditLog {

    /** Adds an entry. */
    void insert(AuditEvent event);

    /** The entries that match, newest first. */
    Page<AuditEvent> find(AuditFilter filter, PageRequest<AuditPosition> request);
}
