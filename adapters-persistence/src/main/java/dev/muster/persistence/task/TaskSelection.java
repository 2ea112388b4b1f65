package dev.muster.persistence.task;

import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of tasks are meant, as a condition that names only what is filtered by: a handful of texts, each prepared
 * once, for each of which the planner finds the index that was made for it. A single value is compared by {@code =},
 * as only then an index led by the column keeps the order of time.
 */
record TaskSelection(
        UserId owner, TaskFilter filter, @Nullable TaskPosition after) {

    String condition() {
        return "user_id = ? and deleted_at is " + (filter.deleted() ? "not null" : "null")
                + oneOf("status", filter.statuses())
                + oneOf("priority", filter.priorities())
                + (after == null ? "" : " and (created_at, id) < (?, ?)");
    }

    void bind(Parameters parameters) throws SQLException {
        parameters.uuid(owner.value());
        bind(parameters, filter.statuses());
        bind(parameters, filter.priorities());
        if (after != null) {
            parameters.time(after.createdAt()).uuid(after.id().value());
        }
    }

    private static String oneOf(String column, Set<?> values) {
        return switch (values.size()) {
            case 0 -> "";
            case 1 -> " and " + column + " = ?";
            default -> " and " + column + " = any(?)";
        };
    }

    private static void bind(Parameters parameters, Set<? extends Enum<?>> values) throws SQLException {
        List<String> stored = values.stream().map(TaskRow::stored).sorted().toList();
        if (stored.size() == 1) {
            parameters.text(stored.getFirst());
        } else if (!stored.isEmpty()) {
            parameters.texts(stored);
        }
    }
}
