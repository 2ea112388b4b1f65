package dev.muster.persistence.task;

import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskOrder.Field;
import dev.muster.domain.task.TaskOrder.Sort;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.persistence.shared.Parameters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order rows of tasks (as t) come, in expressions that indexes were made for.
 *
 * @param sorts without the score where no text gives one, so none at all if that was all
 * @param descending the direction of the last sort, which the id follows
 */
record TaskSorting(List<Sort> sorts, boolean descending) {

    /** What is never due comes after what is. */
    static final String DUE = "case when t.due_at is null then timestamptz 'infinity' else t.due_at end";

    private static final String RANK =
            "case t.priority when 'low' then 0 when 'medium' then 1 when 'high' then 2 else 3 end";

    static TaskSorting of(TaskOrder order, boolean scored) {
        return new TaskSorting(
                order.sorts().stream()
                        .filter(sort -> scored || sort.field() != Field.SCORE)
                        .toList(),
                order.sorts().getLast().descending());
    }

    boolean isByScore() {
        return sorts.stream().anyMatch(sort -> sort.field() == Field.SCORE);
    }

    boolean isByDueFirst() {
        return !sorts.isEmpty() && sorts.getFirst().field() == Field.DUE_AT;
    }

    boolean isSingle() {
        return sorts.size() <= 1;
    }

    String orderBy() {
        return Stream.concat(
                        sorts.stream().map(sort -> expression(sort.field()) + direction(sort.descending())),
                        Stream.of("t.id" + direction(descending)))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /** The rows after a place. */
    Statement after(TaskPosition place) {
        boolean oneWay = sorts.stream().allMatch(sort -> sort.descending() == descending);
        return oneWay ? afterAsRow(place) : afterStepByStep(place);
    }

    /** What goes one way is compared at once, which an index follows to the very row. */
    private Statement afterAsRow(TaskPosition place) {
        Statement after = new Statement().add(" and (");
        sorts.forEach(sort -> after.add(expression(sort.field()) + ", "));
        after.add("t.id)" + beyond(descending) + "(");
        sorts.forEach(sort -> after.add("?, ", value(sort.field(), place)));
        return after.add("?)", parameters -> parameters.uuid(place.id().value()));
    }

    /** The bound of the first is said by itself, as an index can't be entered by what stands in an or. */
    private Statement afterStepByStep(TaskPosition place) {
        Sort first = sorts.getFirst();
        Statement after = new Statement()
                .add(
                        " and " + expression(first.field()) + (first.descending() ? " <= ?" : " >= ?"),
                        value(first.field(), place))
                .add(" and (");
        for (Sort sort : sorts) {
            String expression = expression(sort.field());
            after.add(expression + beyond(sort.descending()) + "?", value(sort.field(), place))
                    .add(" or (" + expression + " = ? and (", value(sort.field(), place));
        }
        return after.add(
                        "t.id" + beyond(descending) + "?",
                        parameters -> parameters.uuid(place.id().value()))
                .add(")".repeat(2 * sorts.size() + 1));
    }

    private static String expression(Field field) {
        return switch (field) {
            case SCORE -> "t.score";
            case CREATED_AT -> "t.created_at";
            case UPDATED_AT -> "t.updated_at";
            case DUE_AT -> DUE;
            case PRIORITY -> RANK;
        };
    }

    private static Parameters.Binding value(Field field, TaskPosition place) {
        return switch (field) {
            case SCORE -> parameters -> parameters.real(place.score());
            case CREATED_AT -> parameters -> parameters.time(place.createdAt());
            case UPDATED_AT -> parameters -> parameters.time(place.updatedAt());
            case DUE_AT -> parameters -> parameters.timeOrInfinity(place.dueAt());
            case PRIORITY -> parameters -> parameters.integer(rank(place.priority()));
        };
    }

    /** As {@link #RANK} tells it. */
    private static int rank(TaskPriority priority) {
        return switch (priority) {
            case LOW -> 0;
            case MEDIUM -> 1;
            case HIGH -> 2;
            case URGENT -> 3;
        };
    }

    private static String direction(boolean descending) {
        return descending ? " desc" : "";
    }

    private static String beyond(boolean descending) {
        return descending ? " < " : " > ";
    }
}
