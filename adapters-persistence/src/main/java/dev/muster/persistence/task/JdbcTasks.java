package dev.muster.persistence.task;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The tasks, in PostgreSQL. Every call is one round trip that tells who acts and what is asked. */
@Singleton
final class JdbcTasks implements Tasks {

    private static final Sql INSERT = Sql.owned(
            "insert into muster.tasks (" + TaskRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    private static final Sql FIND =
            Sql.owned("select " + TaskRow.COLUMNS + " from muster.tasks where user_id = ? and id = ?");

    private static final Sql UPDATE = Sql.owned("update muster.tasks set (" + TaskRow.CHANGING
            + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) where user_id = ? and id = ? and version = ?");

    private final CurrentUnit unit;

    JdbcTasks(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(Task task) {
        unit.update(INSERT, TaskRow.from(task)::bind);
    }

    @Override
    public Optional<Task> find(UserId owner, TaskId id) {
        return unit.query(FIND, parameters -> parameters.uuid(owner.value()).uuid(id.value()), TaskRow::read).stream()
                .findFirst()
                .map(TaskRow::toTask);
    }

    @Override
    public Page<Task> findPage(UserId owner, TaskFilter filter, PageRequest<TaskPosition> page) {
        TaskSelection selection = new TaskSelection(owner, filter, page.after());
        List<TaskRow> rows = unit.query(
                pageOf(selection),
                parameters -> {
                    selection.bind(parameters);
                    parameters.number(page.limit() + 1L);
                },
                TaskRow::read);
        return Page.of(rows.stream().map(TaskRow::toTask).toList(), page.limit());
    }

    static Sql pageOf(TaskSelection selection) {
        return Sql.owned("select " + TaskRow.COLUMNS + " from muster.tasks where " + selection.condition()
                + " order by created_at desc, id desc limit ?");
    }

    @Override
    public long count(UserId owner, TaskFilter filter) {
        TaskSelection selection = new TaskSelection(owner, filter, null);
        Sql sql = Sql.owned("select count(*) from muster.tasks where " + selection.condition());
        return unit.query(sql, selection::bind, Columns::number).getFirst();
    }

    @Override
    public void update(Task task) {
        TaskRow row = TaskRow.from(task);
        int updated = unit.update(UPDATE, parameters -> {
            row.bindChanging(parameters);
            parameters.uuid(row.userId()).uuid(row.id()).number(row.version() - 1);
        });
        if (updated == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The task has been changed meanwhile.");
        }
    }
}
