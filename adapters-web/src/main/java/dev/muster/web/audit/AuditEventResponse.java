package dev.muster.web.audit;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.user.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param id a UUIDv7
 * @param action what was done
 * @param actor the id of who did it; null for Muster itself, for people unknown and for those who were erased
 * @param subject the id of the person it was done to; null for nobody and for those who were erased
 * @param details short texts of the action's own, by their names
 * @param ip from where, or null
 * @param userAgent how the client described itself, or null
 * @param requestId the X-Request-Id of the answer, or null
 * @param at when
 */
@Schema(name = "AuditEvent")
public record AuditEventResponse(
        UUID id,
        @Schema(example = "login_failed") String action,
        @Nullable UUID actor,
        @Nullable UUID subject,
        Map<String, String> details,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String requestId,
        Instant at) {

    public AuditEventResponse {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    static AuditEventResponse from(AuditEvent event) {
        Origin origin = event.origin();
        return new AuditEventResponse(
                event.id(),
                AuditFilters.ACTIONS.of(event.action()),
                id(event.actor()),
                id(event.subject()),
                event.details(),
                origin.ip(),
                origin.userAgent(),
                origin.requestId(),
                event.at());
    }

    private static @Nullable UUID id(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
