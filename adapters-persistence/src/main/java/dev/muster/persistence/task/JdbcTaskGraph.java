package dev.muster.persistence.task;

import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;

/** How tasks hang together, in PostgreSQL. What follows from a change of that is done by triggers. */
@Singleton
final class JdbcTaskGraph implements TaskGraph {

    /** Not against those who refer to the owner, as everything that is inserted does. */
    private static final Sql LOCK = Sql.plain("select 1 from muster.users where id = ? for no key update");

    private static final Sql ANCESTORS = Sql.owned("""
            with recursive line(id, level) as (
                select t.parent_id, 1 from muster.tasks t
                where t.user_id = ? and t.id = ? and t.parent_id is not null
                union all
                select t.parent_id, l.level + 1 from line l join muster.tasks t on t.user_id = ? and t.id = l.id
                where t.parent_id is not null and l.level <= ?)
            select id from line order by level""");

    private static final Sql HEIGHT = Sql.owned("""
            with recursive parts(id, level) as (
                select ?::uuid, 0
                union all
                select t.id, p.level + 1 from parts p join muster.tasks t on t.user_id = ? and t.parent_id = p.id
                where p.level <= ?)
            select max(level) from parts""");

    private static final Sql WAITS_FOR = Sql.owned("""
            with recursive reached(id) as (
                select d.blocker_id from muster.task_dependencies d where d.user_id = ? and d.task_id = ?
                union
                select d.blocker_id from reached r
                join muster.task_dependencies d on d.user_id = ? and d.task_id = r.id)
            select exists (select from reached where id = ?)""");

    private static final Sql WAITING = Sql.owned("select task_id from muster.task_dependencies"
            + " where user_id = ? and blocker_id = ? order by task_id limit ?");

    private static final Sql BLOCK = Sql.owned("insert into muster.task_dependencies (user_id, task_id, blocker_id)"
            + " values (?, ?, ?) on conflict do nothing");

    private static final Sql UNBLOCK =
            Sql.owned("delete from muster.task_dependencies where user_id = ? and task_id = ? and blocker_id = ?");

    private final CurrentUnit unit;

    JdbcTaskGraph(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void lock(UserId owner) {
        if (!unit.writesTogether()) {
            throw new IllegalStateException("a lock is held by a unit that writes together");
        }
        unit.update(LOCK, parameters -> parameters.uuid(owner.value()));
    }

    @Override
    public List<TaskId> ancestors(UserId owner, TaskId task) {
        return unit.query(
                ANCESTORS,
                parameters -> parameters
                        .uuid(owner.value())
                        .uuid(task.value())
                        .uuid(owner.value())
                        .integer(MAX_DEPTH),
                columns -> new TaskId(columns.uuid()));
    }

    @Override
    public int height(UserId owner, TaskId task) {
        return unit.query(
                        HEIGHT,
                        parameters -> parameters
                                .uuid(task.value())
                                .uuid(owner.value())
                                .integer(MAX_DEPTH),
                        Columns::integer)
                .getFirst();
    }

    @Override
    public boolean waitsFor(UserId owner, TaskId task, TaskId other) {
        return unit.query(
                        WAITS_FOR,
                        parameters -> parameters
                                .uuid(owner.value())
                                .uuid(task.value())
                                .uuid(owner.value())
                                .uuid(other.value()),
                        Columns::flag)
                .getFirst();
    }

    @Override
    public List<TaskId> waiting(UserId owner, TaskId task) {
        return unit.query(
                WAITING,
                parameters -> parameters.uuid(owner.value()).uuid(task.value()).integer(MOST_WAITING),
                columns -> new TaskId(columns.uuid()));
    }

    @Override
    public void block(UserId owner, TaskId task, TaskId blocker) {
        change(BLOCK, owner, task, blocker);
    }

    @Override
    public void unblock(UserId owner, TaskId task, TaskId blocker) {
        change(UNBLOCK, owner, task, blocker);
    }

    private void change(Sql sql, UserId owner, TaskId task, TaskId blocker) {
        unit.update(
                sql,
                parameters -> parameters.uuid(owner.value()).uuid(task.value()).uuid(blocker.value()));
    }
}
