package dev.muster.persistence.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskSummary;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tasks as their owner looks for them, in PostgreSQL. A list is one round trip, and one more each to look how many fit a
 * text and have a label.
 */
@Singleton
final class JdbcTaskDirectory implements TaskDirectory {

    /** Null if more fit than are to be told; {@code muster.tasks_with_text} sees those of who acts, and no other. */
    private static final Sql FITTING = Sql.owned("select array_to_string(muster.tasks_with_text(?, ?, ?), ',')");

    private static final String OF_PROJECT = "select " + TaskRow.COLUMNS + " from muster.tasks t"
            + " where t.user_id = ? and t.project_id = ? and t.deleted_at is null order by t.number";

    private final CurrentUnit unit;

    JdbcTaskDirectory(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public Page<ListedTask> findPage(
            UserId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskPosition> request) {
        TaskPage page = new TaskPage(selection(unit, owner, filter), order, request.after());
        Statement statement = page.statement(request.limit() + 1);
        List<ListedTask> probed = unit.query(
                page.sql(statement),
                statement::bind,
                columns -> new ListedTask(TaskRow.read(columns).toTask(), columns.real()));
        return Page.of(probed, request.limit());
    }

    @Override
    public long count(UserId owner, TaskFilter filter) {
        TaskSelection selection = selection(unit, owner, filter);
        Statement statement = TaskSums.count(selection);
        return unit.query(TaskSums.sql(selection, statement), statement::bind, Columns::number)
                .getFirst();
    }

    @Override
    public TaskSummary summarise(UserId owner, TaskFilter filter, Instant now) {
        TaskSelection selection = selection(unit, owner, filter);
        Statement statement = TaskSums.summary(selection, now);
        return unit.query(TaskSums.sql(selection, statement), statement::bind, TaskSums::read)
                .getFirst();
    }

    @Override
    public List<TaskKey> similar(UserId owner, TaskKey key, int limit) {
        return unit.query(
                SimilarKeys.SQL,
                parameters -> SimilarKeys.bind(parameters, owner, key, limit),
                columns -> new TaskKey(new ProjectKey(columns.text()), columns.integer()));
    }

    @Override
    public void forEach(UserId owner, ProjectId project, Consumer<? super Task> consumer) {
        unit.stream(
                OF_PROJECT,
                parameters -> parameters.uuid(owner.value()).uuid(project.value()),
                columns -> TaskRow.read(columns).toTask(),
                consumer);
    }

    static TaskSelection selection(CurrentUnit unit, UserId owner, TaskFilter filter) {
        return new TaskSelection(
                owner, filter, fitting(unit, filter.text(), filter.deleted()), labelled(unit, owner, filter.labels()));
    }

    private static @Nullable FittingTasks fitting(CurrentUnit unit, @Nullable String text, boolean deleted) {
        if (text == null) {
            return null;
        }
        return unit.query(
                        FITTING,
                        parameters -> parameters.text(text).flag(deleted).integer(FittingTasks.FEW),
                        columns -> new FittingTasks(text, columns.joinedUuidsOrNull()))
                .getFirst();
    }

    private static @Nullable LabelledTasks labelled(CurrentUnit unit, UserId owner, Set<String> labels) {
        if (labels.isEmpty()) {
            return null;
        }
        Statement few = LabelledTasks.areFew(owner, labels);
        return unit.query(
                        Sql.ownedPlannedAnew(few.text()),
                        few::bind,
                        columns -> new LabelledTasks(owner, labels, columns.flag()))
                .getFirst();
    }
}
