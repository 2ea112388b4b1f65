package dev.muster.application.audit;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.user.UserId;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what a use case does (requirement B1). Called inside the unit of work of the change, so that one is not kept
 * without the other; counts there as a writing call.
 */
public final class Audit {

    private final AuditLog log;
    private final Stamps stamps;
    private final Supplier<Origin> origin;

    /** @param origin tells where the request comes from that the calling thread works for */
    public Audit(AuditLog log, Stamps stamps, Supplier<Origin> origin) {
        this.log = log;
        this.stamps = stamps;
        this.origin = origin;
    }

    /** Records an action that needs no further word; otherwise as the other one. */
    public void record(AuditAction action, @Nullable UserId actor, @Nullable UserId subject) {
        record(action, actor, subject, Map.of());
    }

    /**
     * Records an action.
     *
     * @param actor who does it, or null for Muster itself and for people unknown
     * @param subject to whom, or null
     * @param details as {@link AuditEvent} bounds them: no secret, no address or name of a person
     */
    public void record(
            AuditAction action, @Nullable UserId actor, @Nullable UserId subject, Map<String, String> details) {
        log.insert(new AuditEvent(stamps.nextId(), action, actor, subject, details, origin.get(), stamps.now()));
    }
}
