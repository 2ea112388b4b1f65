package dev.muster.testkit.audit;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log in memory. */
public final class InMemoryAuditLog implements AuditLog {

    /** By the text of ids, as that sorts like their bits and {@link UUID} has signs. */
    private static final Comparator<AuditPosition> NEWEST_FIRST = Comparator.comparing(AuditPosition::at)
            .thenComparing(position -> position.id().toString())
            .reversed();

    private final Table<UUID, AuditEvent> table;
    private final Users users;

    public InMemoryAuditLog(InMemoryUnitOfWork unitOfWork, Users users) {
        this.table = new Table<>(unitOfWork);
        this.users = users;
    }

    @Override
    public void insert(AuditEvent event) {
        AuditEvent known = with(event, known(event.actor()), known(event.subject()), event.details(), event.origin());
        table.change(rows -> {
            if (rows.putIfAbsent(event.id(), known) != null) {
                throw new IllegalArgumentException("an entry of this id is stored");
            }
        });
    }

    @Override
    public Page<AuditEvent> find(AuditFilter filter, PageRequest<AuditPosition> request) {
        AuditPosition after = request.after();
        List<AuditEvent> probed = table.rows().values().stream()
                .filter(filter::accepts)
                .filter(event -> after == null || NEWEST_FIRST.compare(event.position(), after) > 0)
                .sorted(Comparator.comparing(AuditEvent::position, NEWEST_FIRST))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(probed, request.limit());
    }

    /** There is always room. */
    @Override
    public void makeRoom(int months) {
        if (months < 0 || months > 24) {
            throw new IllegalArgumentException("room is made for 0 to 24 months");
        }
        table.change(rows -> {});
    }

    /** Takes a person out, as the database does when it removes them; one writing call. */
    public void forget(UserId user) {
        table.change(rows -> rows.replaceAll((id, event) ->
                user.equals(event.actor()) || user.equals(event.subject()) ? without(event, user) : event));
    }

    private @Nullable UserId known(@Nullable UserId user) {
        return user == null || users.find(user).isEmpty() ? null : user;
    }

    private static AuditEvent without(AuditEvent event, UserId user) {
        UserId actor = user.equals(event.actor()) ? null : event.actor();
        UserId subject = user.equals(event.subject()) ? null : event.subject();
        return with(event, actor, subject, Map.of(), actor == null ? Origin.NONE : event.origin());
    }

    private static AuditEvent with(
            AuditEvent event,
            @Nullable UserId actor,
            @Nullable UserId subject,
            Map<String, String> details,
            Origin origin) {
        return new AuditEvent(event.id(), event.action(), actor, subject, details, origin, event.at());
    }
}
