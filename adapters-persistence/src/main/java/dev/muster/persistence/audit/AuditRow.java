package dev.muster.persistence.audit;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of audit_log.
 *
 * @param details name, value, name, value
 */
record AuditRow(
        UUID id,
        Instant at,
        String action,
        @Nullable UUID actor,
        @Nullable UUID subject,
        List<String> details,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String requestId) {

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = "id, at, action, actor, subject,"
            + " array(select unnest(array[key, value]) from jsonb_each_text(details)), ip, user_agent, request_id";

    static AuditRow from(AuditEvent event) {
        UserId actor = event.actor();
        UserId subject = event.subject();
        Origin origin = event.origin();
        return new AuditRow(
                event.id(),
                event.at(),
                event.action().code(),
                actor == null ? null : actor.value(),
                subject == null ? null : subject.value(),
                flat(event.details()),
                origin.ip(),
                origin.userAgent(),
                origin.requestId());
    }

    static AuditRow read(Columns columns) throws SQLException {
        return new AuditRow(
                columns.uuid(),
                columns.time(),
                columns.text(),
                columns.uuidOrNull(),
                columns.uuidOrNull(),
                columns.texts(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull());
    }

    /** All columns, in the same order. */
    void bind(Parameters parameters) throws SQLException {
        parameters
                .uuid(id)
                .time(at)
                .text(action)
                .uuid(actor)
                .uuid(subject)
                .texts(details)
                .text(ip)
                .text(userAgent)
                .text(requestId);
    }

    AuditEvent toEvent() {
        return new AuditEvent(
                id,
                AuditAction.of(action),
                actor == null ? null : new UserId(actor),
                subject == null ? null : new UserId(subject),
                byName(details),
                new Origin(ip, userAgent, requestId),
                at);
    }

    private static List<String> flat(Map<String, String> details) {
        List<String> flat = new ArrayList<>();
        details.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return flat;
    }

    private static Map<String, String> byName(List<String> flat) {
        Map<String, String> details = new HashMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            details.put(flat.get(i), flat.get(i + 1));
        }
        return details;
    }
}
