package dev.muster.persistence.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportPosition;
import dev.muster.domain.export.Exports;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exports, in PostgreSQL. Every call is one round trip and atomic by itself. */
@Singleton
final class JdbcExports implements Exports {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcExports.class);
    private static final String SELECT = "select " + ExportRow.COLUMNS + " from muster.exports where ";

    /** Nobody finds anything of a deleted project. */
    private static final String LIVE = " and exists (select from muster.projects p where p.user_id = exports.user_id"
            + " and p.id = exports.project_id and p.deleted_at is null)";

    /** Those who ask at once for one person wait for each other, so that each counts those before. */
    static final Sql INSERT = Sql.owned("select pg_advisory_xact_lock(hashtextextended('exports ' || ?, 0)); "
            + "insert into muster.exports (" + ExportRow.FIXED + ", " + ExportRow.CHANGING + ")"
            + " select ?::uuid, ?::uuid, ?::uuid, ?::text, ?::timestamptz, " + ExportRow.CHANGED
            + " where (select count(*) filter (where due_at is not null) < ? and count(*) < ? from muster.exports"
            + " where user_id = ? and status in ('queued', 'running', 'succeeded'))");

    static final Sql FIND = Sql.owned(SELECT + "user_id = ? and id = ?" + LIVE);

    static final Sql COUNT =
            Sql.owned("select count(*) from muster.exports where user_id = ? and project_id = ?" + LIVE);

    private static final String OF_PROJECT =
            "select " + ExportRow.BRIEF_COLUMNS + " from muster.exports where user_id = ? and project_id = ?" + LIVE;
    private static final String NEWEST_FIRST = " order by created_at desc, id desc limit ?";
    static final Sql FIRST_PAGE = Sql.owned(OF_PROJECT + NEWEST_FIRST);
    static final Sql NEXT_PAGE = Sql.owned(OF_PROJECT + " and (created_at, id) < (?, ?)" + NEWEST_FIRST);

    /** One that another node is taking at the moment is passed over, not waited for. */
    static final Sql TAKE = byJob("""
            update muster.exports set status = 'running', progress = 0, attempts = attempts + 1,
                started_at = coalesce(started_at, ?), due_at = ?, version = version + 1
            where id = (select id from muster.exports where due_at <= ? order by due_at, id limit 1
                for no key update skip locked)
            returning %s
            """.formatted(ExportRow.COLUMNS));

    private static final Sql UPDATE = byJob("update muster.exports set (" + ExportRow.CHANGING + ") = (select "
            + ExportRow.CHANGED + ") where id = ? and version = ?");

    static final Sql FIND_EXPIRED =
            byJob(SELECT + "status = 'succeeded' and expires_at <= ? order by expires_at limit ?");

    static final Sql FIND_ALL = byJob(SELECT + "id = any(?::uuid[])");

    static final Sql REMOVE_ENDED =
            byJob("delete from muster.exports where status in ('failed', 'expired') and ended_at < ?");

    private final CurrentUnit unit;

    JdbcExports(CurrentUnit unit) {
        this.unit = unit;
    }

    /** A statement of Muster's own, which row-level security lets see everybody's. */
    private static Sql byJob(String statement) {
        return Sql.after("select set_config('muster.job', 'exports', true)", statement);
    }

    @Override
    public boolean insert(Export export, int maxOpen, int maxKept) {
        ExportRow row = new ExportRow(export);
        int inserted = unit.update(INSERT, parameters -> {
            parameters.text(export.owner().toString());
            row.bindFixed(parameters);
            row.bindChanging(parameters);
            parameters.integer(maxOpen).integer(maxKept).uuid(export.owner().value());
        });
        return inserted > 0;
    }

    @Override
    public Optional<Export> find(UserId owner, ExportId id) {
        return unit.query(FIND, parameters -> parameters.uuid(owner.value()).uuid(id.value()), ExportRow::read).stream()
                .findFirst();
    }

    @Override
    public Page<Export> findPage(UserId owner, ProjectId project, PageRequest<ExportPosition> page) {
        ExportPosition after = page.after();
        List<Export> probed = unit.query(
                after == null ? FIRST_PAGE : NEXT_PAGE,
                parameters -> {
                    parameters.uuid(owner.value()).uuid(project.value());
                    if (after != null) {
                        parameters.time(after.createdAt()).uuid(after.id().value());
                    }
                    parameters.integer(page.limit() + 1);
                },
                ExportRow::read);
        return Page.of(probed, page.limit());
    }

    @Override
    public long count(UserId owner, ProjectId project) {
        return unit.query(COUNT, parameters -> parameters.uuid(owner.value()).uuid(project.value()), Columns::number)
                .getFirst();
    }

    @Override
    public Optional<Export> take(Instant now, Instant leaseEnd) {
        Optional<Export> taken = unit
                .updateReturning(
                        TAKE, parameters -> parameters.time(now).time(leaseEnd).time(now), ExportRow::read)
                .stream()
                .findFirst();
        taken.ifPresent(export -> tellIfBegunBefore(export, now));
        return taken;
    }

    private static void tellIfBegunBefore(Export taken, Instant now) {
        Instant begun = taken.times().startedAt();
        if (begun != null && begun.isBefore(now)) {
            LOG.info("The export {} is taken up again: it was begun at {} and not finished", taken.id(), begun);
        }
    }

    @Override
    public void update(Export export) {
        ExportRow row = new ExportRow(export);
        int updated = unit.update(UPDATE, parameters -> {
            row.bindChanging(parameters);
            parameters.uuid(export.id().value()).number(export.version() - 1);
        });
        if (updated == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The export has been changed meanwhile.");
        }
    }

    @Override
    public List<Export> findExpired(Instant now, int limit) {
        return unit.query(FIND_EXPIRED, parameters -> parameters.time(now).integer(limit), ExportRow::read);
    }

    @Override
    public List<Export> findAll(Collection<ExportId> ids) {
        List<String> texts = ids.stream().map(ExportId::toString).toList();
        return unit.query(FIND_ALL, parameters -> parameters.texts(texts), ExportRow::read);
    }

    @Override
    public int removeEnded(Instant before) {
        return unit.update(REMOVE_ENDED, parameters -> parameters.time(before));
    }
}
