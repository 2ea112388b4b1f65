package dev.muster.persistence.execution;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The executions, in PostgreSQL. Every call is one round trip that tells who acts and what is asked. As jsonb, values keep
 * their meaning but not their spelling: white space and the order of members are its own.
 */
@Singleton
final class JdbcExecutions implements Executions {

    /** Looks for the project itself, so that one that is gone gets no more. */
    private static final Sql INSERT = Sql.owned("insert into muster.agent_executions (" + ExecutionRow.COLUMNS
            + ") select ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ? where exists (select"
            + " from muster.projects where user_id = ? and id = ? and deleted_at is null)");

    static final Sql FIND = Sql.owned("select " + ExecutionRow.COLUMNS
            + " from muster.agent_executions where user_id = ? and id = ?" + ExecutionSelection.LIVE);

    private static final Sql UPDATE = Sql.owned("update muster.agent_executions set (" + ExecutionRow.CHANGING
            + ") = (?, ?::jsonb, ?, ?, ?, ?) where user_id = ? and id = ? and version = ?" + ExecutionSelection.LIVE);

    private final CurrentUnit unit;

    JdbcExecutions(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(Execution execution) {
        ExecutionRow row = ExecutionRow.from(execution);
        int inserted = unit.update(INSERT, parameters -> {
            row.bind(parameters);
            parameters.uuid(row.userId()).uuid(row.projectId());
        });
        if (inserted == 0) {
            throw new NotFound(ProjectError.PROJECT_NOT_FOUND, "There is no such project.");
        }
    }

    @Override
    public Optional<Execution> find(UserId owner, ExecutionId id) {
        return unit
                .query(FIND, parameters -> parameters.uuid(owner.value()).uuid(id.value()), ExecutionRow::read)
                .stream()
                .findFirst()
                .map(ExecutionRow::toExecution);
    }

    @Override
    public Page<Execution> findPage(UserId owner, ExecutionFilter filter, PageRequest<ExecutionPosition> page) {
        var selection = new ExecutionSelection(owner, filter, page.after());
        List<Probed> rows = unit.query(
                pageOf(selection),
                parameters -> {
                    selection.bind(parameters);
                    parameters.number(page.limit() + 1L).number(PAGE_BYTES);
                },
                Probed::read);
        List<Execution> items = rows.stream()
                .limit(page.limit())
                .map(row -> row.execution().toExecution())
                .toList();
        return new Page<>(items, !rows.isEmpty() && rows.getFirst().probed() > items.size());
    }

    /** Up to one more than the limit, without those that come after the page has its bytes. */
    static Sql pageOf(ExecutionSelection selection) {
        return Sql.owned("select " + ExecutionRow.COLUMNS + ", probed from (select *, count(*) over () as probed,"
                + " coalesce(sum(coalesce(octet_length(input::text), 0) + coalesce(octet_length(output::text), 0))"
                + " over (order by created_at desc, id desc rows between unbounded preceding and 1 preceding), 0)"
                + " as bytes_before from (select " + ExecutionRow.COLUMNS + " from muster.agent_executions where "
                + selection.condition() + " order by created_at desc, id desc limit ?) probe) page"
                + " where bytes_before < ? order by created_at desc, id desc");
    }

    @Override
    public long count(UserId owner, ExecutionFilter filter) {
        var selection = new ExecutionSelection(owner, filter, null);
        Sql sql = Sql.owned("select count(*) from muster.agent_executions where " + selection.condition());
        return unit.query(sql, selection::bind, Columns::number).getFirst();
    }

    @Override
    public void update(Execution execution) {
        ExecutionRow row = ExecutionRow.from(execution);
        int updated = unit.update(UPDATE, parameters -> {
            row.bindChanging(parameters);
            parameters.uuid(row.userId()).uuid(row.id()).number(row.version() - 1);
        });
        if (updated == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The execution has been changed meanwhile.");
        }
    }

    /** @param probed how many rows there are up to one more than the limit, those left out included */
    private record Probed(ExecutionRow execution, long probed) {

        static Probed read(Columns columns) throws SQLException {
            return new Probed(ExecutionRow.read(columns), columns.number());
        }
    }
}
