package dev.muster.web.audit;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.shared.Page;
import dev.muster.web.shared.NextPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the audit log.
 *
 * @param data newest first
 * @param hasMore whether another page follows
 * @param nextCursor for the parameter cursor of the next page, or null
 */
@Schema(name = "AuditEventList")
public record AuditEventListResponse(
        List<AuditEventResponse> data,
        boolean hasMore,
        @Nullable String nextCursor) {

    public AuditEventListResponse {
        data = List.copyOf(data);
    }

    static AuditEventListResponse from(Page<AuditEvent> page) {
        return new AuditEventListResponse(
                page.items().stream().map(AuditEventResponse::from).toList(),
                page.hasMore(),
                NextPage.cursor(page, last -> AuditCursor.encode(last.position())));
    }
}
