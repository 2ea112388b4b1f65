package dev.muster.testkit.audit;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.user.UserStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parts of the {@link AuditLogContract} begin with. */
public interface AuditStage extends UserStage {

    /** What is tested. */
    AuditLog auditLog();

    /** Removes a user for good from the store of users, which takes them out of the log. */
    void erase(UserId user);

    /** Adds an entry. */
    default AuditEvent recorded(AuditFixture fixture) {
        AuditEvent event = fixture.build();
        write(() -> auditLog().insert(event));
        return event;
    }

    /** One page. */
    default Page<AuditEvent> page(AuditFilter filter, int limit, @Nullable AuditPosition after) {
        return read(() -> auditLog().find(filter, new PageRequest<>(limit, after)));
    }

    /** What is meant, if it fits into one page. */
    default List<AuditEvent> find(AuditFilter filter) {
        return page(filter, PageRequest.MAX_LIMIT, null).items();
    }

    /** Everything that someone did. */
    static AuditFilter by(UserId actor) {
        return new AuditFilter(actor, null, null, null, null);
    }

    /** Everything that was done to someone. */
    static AuditFilter to(UserId subject) {
        return new AuditFilter(null, subject, null, null, null);
    }
}
