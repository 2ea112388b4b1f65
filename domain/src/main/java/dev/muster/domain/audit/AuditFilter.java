package dev.muster.domain.audit;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are wanted; null means any.
 *
 * @param from at this time or after it
 * @param to before this time
 */
public record AuditFilter(
        @Nullable UserId actor,
        @Nullable UserId subject,
        @Nullable AuditAction action,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    /** Whether the entry is meant. */
    public boolean accepts(AuditEvent event) {
        return (actor == null || actor.equals(event.actor()))
                && (subject == null || subject.equals(event.subject()))
                && (action == null || action == event.action())
                && (from == null || !event.at().isBefore(from))
                && (to == null || event.at().isBefore(to));
    }
}
