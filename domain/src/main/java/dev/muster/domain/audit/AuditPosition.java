package dev.muster.domain.audit;

import java.time.Instant;
import java.util.UUID;

/** Where a page of the audit log ended: the time and id of its last entry. */
public record AuditPosition(Instant at, UUID id) {}
