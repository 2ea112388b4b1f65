package dev.muster.web.task;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskOrder.Field;
import dev.muster.domain.task.TaskOrder.Sort;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import dev.muster.web.shared.WireNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads from a query in which order tasks are wanted. */
final class TaskOrders {

    private static final WireNames<Field> FIELDS = new WireNames<>(Field.class);

    private TaskOrders() {}

    /**
     * The order that the parameter sort asks for. Without it the newest come first, or of a search what fits best.
     *
     * @throws Refusal if it names something unknown, or something twice
     */
    static TaskOrder of(Map<String, List<String>> query, TaskFilter filter) {
        List<String> sort = query.get("sort");
        if (sort == null) {
            return filter.text() == null ? TaskOrder.NEWEST_FIRST : TaskOrder.BEST_FIRST;
        }
        try {
            return new TaskOrder(Stream.of(sort.getFirst().split(",", -1))
                    .map(TaskOrders::sort)
                    .toList());
        } catch (Invalid invalid) {
            throw refused();
        }
    }

    private static Sort sort(String text) {
        boolean descending = text.startsWith("-");
        Field field = FIELDS.parse(descending ? text.substring(1) : text);
        if (field == Field.SCORE) {
            throw refused();
        }
        return new Sort(field, descending);
    }

    private static Refusal refused() {
        return Refusal.ofParameter(
                WebError.INVALID_PARAMETER,
                "sort",
                "must be a list of created_at, updated_at, due_at and priority, each once at most, divided by commas,"
                        + " with a minus before what is to descend");
    }
}
