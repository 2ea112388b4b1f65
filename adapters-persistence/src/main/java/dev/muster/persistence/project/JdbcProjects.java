package dev.muster.persistence.project;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.project.Projects;
import dev.muster.domain.project.TaskNumbers;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Parameters;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The projects, in PostgreSQL. Every call is one round trip that tells who acts and what is asked. */
@Singleton
final class JdbcProjects implements Projects {

    private static final Sql INSERT = Sql.owned(
            "insert into muster.projects (" + ProjectRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    private static final Sql FIND = Sql.owned("select " + ProjectRow.COLUMNS
            + " from muster.projects where user_id = ? and id = ? and deleted_at is null");

    static final Sql FIND_BY_KEY = Sql.owned("select " + ProjectRow.COLUMNS
            + " from muster.projects where user_id = ? and key = ? and deleted_at is null");

    private static final Sql UPDATE = Sql.owned("update muster.projects set (" + ProjectRow.CHANGING
            + ") = (?, ?, ?, ?, ?, ?, ?, ?) where user_id = ? and id = ? and version = ? and deleted_at is null");

    private static final Sql TAKE_NUMBERS = Sql.owned("update muster.projects set last_number = last_number + ?"
            + " where user_id = ? and id = ? and deleted_at is null returning key, last_number");

    private final CurrentUnit unit;

    JdbcProjects(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(Project project) {
        unit.update(INSERT, ProjectRow.from(project)::bind);
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectId id) {
        return find(FIND, parameters -> parameters.uuid(owner.value()).uuid(id.value()));
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectKey key) {
        return find(FIND_BY_KEY, parameters -> parameters.uuid(owner.value()).text(key.value()));
    }

    private Optional<Project> find(Sql sql, Parameters.Binding binding) {
        return unit.query(sql, binding, ProjectRow::read).stream().findFirst().map(ProjectRow::toProject);
    }

    @Override
    public Page<Project> findPage(UserId owner, Set<ProjectStatus> statuses, PageRequest<ProjectPosition> page) {
        var selection = new ProjectSelection(owner, statuses, page.after());
        List<ProjectRow> rows = unit.query(
                pageOf(selection),
                parameters -> {
                    selection.bind(parameters);
                    parameters.number(page.limit() + 1L);
                },
                ProjectRow::read);
        return Page.of(rows.stream().map(ProjectRow::toProject).toList(), page.limit());
    }

    static Sql pageOf(ProjectSelection selection) {
        return Sql.owned("select " + ProjectRow.COLUMNS + " from muster.projects where " + selection.condition()
                + " order by created_at desc, id desc limit ?");
    }

    @Override
    public long count(UserId owner, Set<ProjectStatus> statuses) {
        var selection = new ProjectSelection(owner, statuses, null);
        Sql sql = Sql.owned("select count(*) from muster.projects where " + selection.condition());
        return unit.query(sql, selection::bind, Columns::number).getFirst();
    }

    @Override
    public void update(Project project) {
        ProjectRow row = ProjectRow.from(project);
        int updated = unit.update(UPDATE, parameters -> {
            row.bindChanging(parameters);
            parameters.uuid(row.userId()).uuid(row.id()).number(row.version() - 1);
        });
        if (updated == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The project has been changed meanwhile.");
        }
    }

    @Override
    public Optional<TaskNumbers> takeNumbers(UserId owner, ProjectId id, int count) {
        return unit
                .updateReturning(
                        TAKE_NUMBERS,
                        parameters ->
                                parameters.integer(count).uuid(owner.value()).uuid(id.value()),
                        columns -> new TaskNumbers(new ProjectKey(columns.text()), columns.integer() - count + 1))
                .stream()
                .findFirst();
    }
}
