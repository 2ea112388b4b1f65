package dev.muster.persistence.task;

import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskSummary;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Tasks in numbers, as statements that read each of them once (requirement C7). */
final class TaskSums {

    private static final String OPEN = "t.status in ('pending', 'in_progress')";

    private TaskSums() {}

    static Statement count(TaskSelection selection) {
        return new Statement()
                .add("select count(*)")
                .add(selection
                        .textsAlone()
                        .orElseGet(() ->
                                new Statement().add(" from muster.tasks t").add(selection.whereCounted())));
    }

    static Statement summary(TaskSelection selection, Instant now) {
        Statement statement = new Statement().add("select ");
        for (TaskStatus status : TaskStatus.values()) {
            statement.add(filtered("count(*)", "t.status", status));
        }
        for (TaskPriority priority : TaskPriority.values()) {
            statement.add(filtered("count(*)", "t.priority", priority));
        }
        for (TaskStatus status : TaskStatus.values()) {
            statement.add(filtered("sum(t.story_points)", "t.status", status));
        }
        return statement
                .add("count(*) filter (where t.due_at < ? and " + OPEN + "),", parameters -> parameters.time(now))
                .add(" count(*) filter (where t.open_blockers > 0 and " + OPEN + ") from muster.tasks t")
                .add(selection.whereCounted());
    }

    static Sql sql(TaskSelection selection, Statement statement) {
        return selection.readsAtOnce() ? Sql.ownedReadAtOnce(statement.text()) : Sql.ownedPlannedAnew(statement.text());
    }

    static TaskSummary read(Columns columns) throws SQLException {
        return new TaskSummary(
                numbers(TaskStatus.class, columns),
                numbers(TaskPriority.class, columns),
                numbers(TaskStatus.class, columns),
                columns.number(),
                columns.number());
    }

    private static String filtered(String sum, String column, Enum<?> value) {
        return sum + " filter (where " + column + " = '" + TaskRow.stored(value) + "'), ";
    }

    /** A sum of nothing is null, which reads as 0. */
    private static <E extends Enum<E>> Map<E, Long> numbers(Class<E> keys, Columns columns) throws SQLException {
        Map<E, Long> numbers = new EnumMap<>(keys);
        for (E key : keys.getEnumConstants()) {
            numbers.put(key, columns.number());
        }
        return numbers;
    }
}
