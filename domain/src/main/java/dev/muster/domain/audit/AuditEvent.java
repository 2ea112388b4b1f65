package dev.muster.domain.audit;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry (requirement B1).
 *
 * @param actor who did it, or null for Muster itself and for people unknown
 * @param subject to whom, or null
 * @param details short values of the action's own; never a secret, never an address or a name of a person
 */
public record AuditEvent(
        UUID id,
        AuditAction action,
        @Nullable UserId actor,
        @Nullable UserId subject,
        Map<String, String> details,
        Origin origin,
        Instant at) {
    public AuditEvent {
        details = Map.copyOf(details);
    }
}
