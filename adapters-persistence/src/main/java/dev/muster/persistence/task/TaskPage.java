package dev.muster.persistence.task;

import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.persistence.shared.Sql;
import org.jspecify.annotations.Nullable;

/** One page of a list of tasks, as a statement. */
record TaskPage(
        TaskSelection selection,
        TaskSorting sorting,
        @Nullable TaskPosition after) {

    TaskPage(TaskSelection selection, TaskOrder order, @Nullable TaskPosition after) {
        this(selection, TaskSorting.of(order, selection.text() != null), after);
    }

    Statement statement(int limit) {
        FittingTasks text = selection.text();
        boolean scored = text != null && sorting.isByScore();
        Statement statement = text != null && scored ? ofScored(text) : ofAll(text);
        if (after != null) {
            statement.add(sorting.after(after));
        }
        if (!scored) {
            selection.addDue(statement);
        }
        if (selection.isOfDueAlone() && sorting.isByDueFirst()) {
            statement.add(" and " + TaskSorting.DUE + " < timestamptz 'infinity'"); // where what is never due begins
        }
        return statement.add(sorting.orderBy()).add(" limit ?", parameters -> parameters.number(limit));
    }

    /** Planned once where there is an index that is always right, else for what is asked. */
    Sql sql(Statement statement) {
        boolean newestFirst = sorting.orderBy()
                .equals(TaskSorting.of(TaskOrder.NEWEST_FIRST, false).orderBy());
        boolean once = (selection.isPlain() && newestFirst) || (selection.isEverything() && sorting.isSingle());
        return once ? Sql.owned(statement.text()) : Sql.ownedPlannedAnew(statement.text());
    }

    private Statement ofAll(@Nullable FittingTasks text) {
        Statement statement = new Statement().add("select " + TaskRow.COLUMNS + ", ");
        return (text == null ? statement.add("0::real") : statement.add(text.score()))
                .add(" from muster.tasks t")
                .add(selection.where());
    }

    private Statement ofScored(FittingTasks text) {
        return new Statement()
                .add("select " + TaskRow.COLUMNS + ", t.score from (select t.*, ")
                .add(text.score())
                .add(" as score from (select t.* from muster.tasks t")
                .add(selection.whereNewest(TaskDirectory.SCORED))
                .add(") t offset 0) t where true");
    }
}
