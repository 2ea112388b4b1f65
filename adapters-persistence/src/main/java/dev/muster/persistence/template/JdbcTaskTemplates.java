package dev.muster.persistence.template;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The templates of tasks, in PostgreSQL. Every call is one round trip that tells who acts and what is asked. */
@Singleton
final class JdbcTaskTemplates implements TaskTemplates {

    private static final Sql INSERT = Sql.owned(
            "insert into muster.task_templates (" + TemplateRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    private static final Sql FIND =
            Sql.owned("select " + TemplateRow.COLUMNS + " from muster.task_templates where user_id = ? and name = ?");

    /** The empty name comes before all. */
    private static final Sql FIND_PAGE = Sql.owned("select " + TemplateRow.COLUMNS
            + " from muster.task_templates where user_id = ? and name > ? order by name limit ?");

    private static final Sql COUNT = Sql.owned("select count(*) from muster.task_templates where user_id = ?");

    private static final Sql UPDATE = Sql.owned("update muster.task_templates set (" + TemplateRow.CHANGING
            + ") = (?, ?, ?, ?, ?, ?, ?) where user_id = ? and name = ? and version = ?");

    private static final Sql DELETE =
            Sql.owned("delete from muster.task_templates where user_id = ? and name = ? and version = ?");

    private static final Sql FIND_APPLICATION = Sql.owned("select task_id from muster.task_template_applications"
            + " where user_id = ? and story_id = ? and template = ?");

    private static final Sql RECORD_APPLICATION = Sql.owned("""
            insert into muster.task_template_applications (user_id, story_id, template, task_id) values (?, ?, ?, ?)
            on conflict on constraint pk_task_template_applications do update set task_id = excluded.task_id
            """);

    private final CurrentUnit unit;

    JdbcTaskTemplates(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(TaskTemplate template) {
        unit.update(INSERT, TemplateRow.from(template)::bind);
    }

    @Override
    public Optional<TaskTemplate> find(UserId owner, TemplateName name) {
        return unit
                .query(FIND, parameters -> parameters.uuid(owner.value()).text(name.value()), TemplateRow::read)
                .stream()
                .findFirst()
                .map(TemplateRow::toTemplate);
    }

    @Override
    public Page<TaskTemplate> findPage(UserId owner, PageRequest<TemplateName> page) {
        TemplateName after = page.after();
        List<TemplateRow> rows = unit.query(
                FIND_PAGE,
                parameters -> parameters
                        .uuid(owner.value())
                        .text(after == null ? "" : after.value())
                        .number(page.limit() + 1L),
                TemplateRow::read);
        return Page.of(rows.stream().map(TemplateRow::toTemplate).toList(), page.limit());
    }

    @Override
    public long count(UserId owner) {
        return unit.query(COUNT, parameters -> parameters.uuid(owner.value()), Columns::number)
                .getFirst();
    }

    @Override
    public void update(TaskTemplate template) {
        TemplateRow row = TemplateRow.from(template);
        int updated = unit.update(UPDATE, parameters -> {
            row.bindChanging(parameters);
            parameters.uuid(row.userId()).text(row.name()).number(row.version() - 1);
        });
        requireOne(updated);
    }

    @Override
    public void delete(TaskTemplate template) {
        TemplateRow row = TemplateRow.from(template);
        requireOne(unit.update(
                DELETE,
                parameters -> parameters.uuid(row.userId()).text(row.name()).number(row.version())));
    }

    @Override
    public Optional<TaskId> findApplication(UserId owner, TaskId story, TemplateName template) {
        return unit
                .query(
                        FIND_APPLICATION,
                        parameters -> parameters
                                .uuid(owner.value())
                                .uuid(story.value())
                                .text(template.value()),
                        Columns::uuid)
                .stream()
                .findFirst()
                .map(TaskId::new);
    }

    @Override
    public void recordApplication(UserId owner, TaskId story, TemplateName template, TaskId made) {
        unit.update(
                RECORD_APPLICATION,
                parameters -> parameters
                        .uuid(owner.value())
                        .uuid(story.value())
                        .text(template.value())
                        .uuid(made.value()));
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The template has been changed meanwhile.");
        }
    }
}
