package dev.muster.persistence.task;

import dev.muster.domain.user.UserId;
import java.util.Set;

/**
 * The tasks (as t) that have one of some labels (requirement C2).
 *
 * @param few whether they are few: then they are found first. Else those are looked through that are meant otherwise, in the
 *     order of the list, as the next that has one is never far. The planner is not asked which: of who has just brought
 *     thousands of rows it thinks that there are a few, and would read all labels again for each task.
 */
record LabelledTasks(UserId owner, Set<String> labels, boolean few) {

    /** More of them than this are many. */
    private static final int FEW = 1000;

    private static final String LABELS = " from muster.task_labels l where l.user_id = ?";
    private static final String OF_THE_TASK = " and l.user_id = t.user_id and l.task_id = t.id";

    /** Tells whether they are few, and reads no more than that takes. */
    static Statement areFew(UserId owner, Set<String> labels) {
        Statement few = new Statement().add("select count(*) <= " + FEW + " from (select");
        addLabels(few, owner, labels);
        return few.add(" limit " + (FEW + 1) + ") l");
    }

    /** A condition for a list: of many, each task is asked in the order of the list. */
    void addTo(Statement where) {
        add(where, " offset 0)"); // keeps it from being a join
    }

    /** A condition for a count, which reads all labels at once if many have them. */
    void addToCount(Statement where) {
        add(where, ")");
    }

    private void add(Statement where, String end) {
        if (few) {
            where.add(" and t.id = any(array(select l.task_id");
            addLabels(where, owner, labels);
            where.add("))");
        } else {
            where.add(" and exists (select");
            addLabels(where, owner, labels);
            where.add(OF_THE_TASK + end);
        }
    }

    private static void addLabels(Statement statement, UserId owner, Set<String> labels) {
        statement.add(LABELS, parameters -> parameters.uuid(owner.value()));
        statement.addOneOf("l.label", "", labels.stream());
    }
}
