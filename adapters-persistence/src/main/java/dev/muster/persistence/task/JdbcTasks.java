package dev.muster.persistence.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Parameters;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tasks, in PostgreSQL. Every call about one is one round trip that tells who acts and what is asked. */
@Singleton
final class JdbcTasks implements Tasks {

    private static final String INSERT_ONE = "insert into muster.tasks (" + TaskRow.INSERTED
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_ONE = "update muster.tasks set (" + TaskRow.CHANGING
            + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) where user_id = ? and id = ? and version = ?";

    private static final Sql INSERT = Sql.owned(INSERT_ONE);
    private static final Sql UPDATE = Sql.owned(UPDATE_ONE);
    private static final Sql FIND =
            Sql.owned("select " + TaskRow.COLUMNS + " from muster.tasks t where t.user_id = ? and t.id = ?");
    private static final Sql FIND_KEY = Sql.owned("select " + TaskRow.COLUMNS + " from muster.tasks t"
            + " where t.user_id = ? and t.project_id = (select p.id from muster.projects p"
            + " where p.user_id = ? and p.key = ? and p.deleted_at is null) and t.number = ?");
    private static final Sql FIND_ALL = Sql.owned(
            "select " + TaskRow.COLUMNS + " from muster.tasks t where t.user_id = ? and t.id = any(?::uuid[])");
    private static final Sql LEAVE = Sql.owned("update muster.tasks set project_id = null, number = null,"
            + " version = version + 1, updated_at = now() where user_id = ? and project_id = ?");

    private static final Sql CHANGE_KEYS = Sql.owned("update muster.tasks set version = version + 1,"
            + " updated_at = now() where user_id = ? and project_id = ?");

    private final CurrentUnit unit;

    JdbcTasks(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(Task task) {
        unit.update(INSERT, TaskRow.from(task)::bind);
    }

    @Override
    public void insertAll(List<Task> tasks) {
        unit.batch(
                INSERT_ONE,
                tasks.stream()
                        .<Parameters.Binding>map(task -> TaskRow.from(task)::bind)
                        .toList());
    }

    @Override
    public Optional<Task> find(UserId owner, TaskId id) {
        return first(FIND, parameters -> parameters.uuid(owner.value()).uuid(id.value()));
    }

    @Override
    public Optional<Task> find(UserId owner, TaskKey key) {
        return first(
                FIND_KEY,
                parameters -> parameters
                        .uuid(owner.value())
                        .uuid(owner.value())
                        .text(key.project().value())
                        .integer(key.number()));
    }

    @Override
    public List<Task> findAll(UserId owner, Collection<TaskId> ids) {
        List<String> wanted = ids.stream().map(TaskId::toString).toList();
        return unit.query(FIND_ALL, parameters -> parameters.uuid(owner.value()).texts(wanted), TaskRow::read).stream()
                .map(TaskRow::toTask)
                .toList();
    }

    @Override
    public void update(Task task) {
        TaskRow row = TaskRow.from(task);
        requireFresh(unit.update(UPDATE, parameters -> bindUpdate(row, parameters)));
    }

    @Override
    public void updateAll(List<Task> tasks) {
        int[] updated = unit.batch(
                UPDATE_ONE,
                tasks.stream()
                        .map(TaskRow::from)
                        .<Parameters.Binding>map(row -> parameters -> bindUpdate(row, parameters))
                        .toList());
        Arrays.stream(updated).forEach(JdbcTasks::requireFresh);
    }

    @Override
    public void leaveProject(UserId owner, ProjectId project) {
        unit.update(LEAVE, parameters -> parameters.uuid(owner.value()).uuid(project.value()));
    }

    @Override
    public void changeKeys(UserId owner, ProjectId project) {
        unit.update(CHANGE_KEYS, parameters -> parameters.uuid(owner.value()).uuid(project.value()));
    }

    private Optional<Task> first(Sql sql, Parameters.Binding binding) {
        return unit.query(sql, binding, TaskRow::read).stream().findFirst().map(TaskRow::toTask);
    }

    private static void bindUpdate(TaskRow row, Parameters parameters) throws SQLException {
        row.bindChanging(parameters);
        parameters.uuid(row.userId()).uuid(row.id()).number(row.version() - 1);
    }

    private static void requireFresh(int updated) {
        if (updated == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The task has been changed meanwhile.");
        }
    }
}
