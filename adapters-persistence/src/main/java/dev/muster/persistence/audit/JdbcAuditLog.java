package dev.muster.persistence.audit;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;

/** The audit log, in PostgreSQL. Every call is one round trip. */
@Singleton
final class JdbcAuditLog implements AuditLog {

    /** People are looked up, as one who was erased a moment ago must not keep from recording what goes on. */
    private static final Sql INSERT = Sql.plain("""
            insert into muster.audit_log (id, at, action, actor, subject, details, ip, user_agent, request_id)
            values (?, ?, ?, (select id from muster.users where id = ?), (select id from muster.users where id = ?),
                jsonb_object(?::text[]), ?, ?, ?)
            """);

    private static final Sql MAKE_ROOM = Sql.plain("select muster.create_audit_partitions(?)");

    private final CurrentUnit unit;

    JdbcAuditLog(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(AuditEvent event) {
        unit.update(INSERT, AuditRow.from(event)::bind);
    }

    @Override
    public Page<AuditEvent> find(AuditFilter filter, PageRequest<AuditPosition> request) {
        AuditSelection selection = new AuditSelection(filter, request.after());
        List<AuditRow> rows = unit.query(
                pageOf(selection),
                parameters -> {
                    selection.bind(parameters);
                    parameters.number(request.limit() + 1L);
                },
                AuditRow::read);
        return Page.of(rows.stream().map(AuditRow::toEvent).toList(), request.limit());
    }

    static Sql pageOf(AuditSelection selection) {
        return Sql.plain("select " + AuditRow.COLUMNS + " from muster.audit_log" + selection.condition()
                + " order by at desc, id desc limit ?");
    }

    @Override
    public void makeRoom(int months) {
        unit.updateReturning(MAKE_ROOM, parameters -> parameters.integer(months), Columns::number);
    }
}
