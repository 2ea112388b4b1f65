package dev.muster.persistence.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of tasks (as t) are meant, as conditions that name only what is filtered by, each in the form that an index
 * was made for. A single value is compared by {@code =}, as only then an index led by the column keeps the order of time.
 *
 * @param text those that fit the text of the filter, if it has one
 * @param labelled those that have one of the labels of the filter, if it has any
 */
record TaskSelection(
        UserId owner,
        TaskFilter filter,
        @Nullable FittingTasks text,
        @Nullable LabelledTasks labelled) {

    private static final String OPEN = "t.status in ('pending', 'in_progress')";

    /** The condition of a list, which begins with where, but for {@link #addDue}. */
    Statement where() {
        Statement where = whereOfTasks();
        if (labelled != null) {
            labelled.addTo(where);
        }
        if (text != null) {
            text.addTo(where);
        }
        return where;
    }

    /** The same for a count. */
    Statement whereCounted() {
        Statement where = whereOfTasks();
        if (labelled != null) {
            labelled.addToCount(where);
        }
        if (text != null) {
            text.addToCount(where);
        }
        addDue(where);
        return where;
    }

    /** The newest that fit the text, so many at most, as condition, order and limit. */
    Statement whereNewest(int most) {
        Statement where = new Statement();
        textsAlone()
                .ifPresentOrElse(
                        texts -> where.add(whereOfTasks())
                                .add(" and t.id = any(array(select x.task_id")
                                .add(texts)
                                .add(" order by x.task_created_at desc, x.task_id desc limit " + most + "))"),
                        () -> where.add(where()));
        addDue(where);
        return where.add(" order by t.created_at desc, t.id desc limit " + most);
    }

    /** The texts of all that is meant, if many fit the text and nothing else is asked for. */
    Optional<Statement> textsAlone() {
        return text != null && text.areMany() && values() == 0 && isOfValues()
                ? Optional.of(text.texts(owner, filter.deleted()))
                : Optional.empty();
    }

    /** Whether a count reads all that the owner has of several tables. */
    boolean readsAtOnce() {
        return (text != null && text.areMany()) || (labelled != null && !labelled.few());
    }

    /** What is told by the tasks themselves. */
    private Statement whereOfTasks() {
        Statement where = new Statement()
                .add(" where t.user_id = ?", parameters -> parameters.uuid(owner.value()))
                .add(filter.deleted() ? " and t.deleted_at is not null" : " and t.deleted_at is null");
        where.addOneOf("t.status", "", filter.statuses().stream().map(TaskRow::stored));
        where.addOneOf("t.priority", "", filter.priorities().stream().map(TaskRow::stored));
        where.addOneOf("t.project_id", "::uuid", filter.projects().stream().map(ProjectId::toString));
        where.addOneOf("t.parent_id", "::uuid", filter.parents().stream().map(TaskId::toString));
        if (filter.blocked() != null) {
            where.add(
                    filter.blocked()
                            ? " and t.open_blockers > 0 and " + OPEN
                            : " and not (t.open_blockers > 0 and " + OPEN + ")");
        }
        return where;
    }

    /** Whether one plan is right for any parameters, as there is an index for the filter and nothing else to choose. */
    boolean isPlain() {
        return values() <= 1 && isOfValues() && filter.text() == null;
    }

    /** Whether what is never due is left out by the filter, and not by a bound of it. */
    boolean isOfDueAlone() {
        return filter.dueAfter() != null && filter.dueBefore() == null;
    }

    boolean isEverything() {
        return values() == 0 && isPlain();
    }

    private int values() {
        return filter.statuses().size()
                + filter.priorities().size()
                + filter.projects().size();
    }

    /** Whether nothing is asked for but values that begin an index, and text. */
    private boolean isOfValues() {
        return filter.labels().isEmpty()
                && filter.parents().isEmpty()
                && filter.dueAfter() == null
                && filter.dueBefore() == null
                && filter.blocked() == null;
    }

    /** The rest of the condition: behind the place of a page, as an index is entered by the bound that stands first. */
    void addDue(Statement where) {
        Instant after = filter.dueAfter();
        Instant before = filter.dueBefore();
        if (after != null) {
            where.add(" and " + TaskSorting.DUE + " >= ?", parameters -> parameters.time(after));
        }
        if (before != null) {
            where.add(" and " + TaskSorting.DUE + " < ?", parameters -> parameters.time(before));
        } else if (after != null) {
            // Not as a bound above, of which under row-level security the planner thinks that next to nothing is
            // between.
            where.add(" and t.due_at is not null");
        }
    }
}
