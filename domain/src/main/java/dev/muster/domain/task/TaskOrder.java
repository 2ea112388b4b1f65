package dev.muster.domain.task;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a list of tasks (requirement C2): by the first sort, of equals by the next, at last by id in the direction
 * of the last sort, so that no two are equal.
 *
 * @param sorts 1 to 4, each of another field
 */
public record TaskOrder(List<Sort> sorts) {

    /** What tasks are sorted by. */
    public enum Field {
        /** How well it fits the text that was looked for. */
        SCORE(Comparator.comparing(TaskPosition::score)),
        CREATED_AT(Comparator.comparing(TaskPosition::createdAt)),
        UPDATED_AT(Comparator.comparing(TaskPosition::updatedAt)),
        /** What is never due comes after what is. */
        DUE_AT(Comparator.comparing(TaskPosition::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))),
        PRIORITY(Comparator.comparing(TaskPosition::priority));

        private final Comparator<TaskPosition> ascending;

        Field(Comparator<TaskPosition> ascending) {
            this.ascending = ascending;
        }
    }

    /** One field and its direction. */
    public record Sort(Field field, boolean descending) {

        private Comparator<TaskPosition> comparator() {
            return descending ? field.ascending.reversed() : field.ascending;
        }
    }

    public static final TaskOrder NEWEST_FIRST = new TaskOrder(List.of(new Sort(Field.CREATED_AT, true)));
    /** For those that were looked for by a text. */
    public static final TaskOrder BEST_FIRST =
            new TaskOrder(List.of(new Sort(Field.SCORE, true), new Sort(Field.CREATED_AT, true)));

    /** By the text of ids, as that sorts like their bits and {@link java.util.UUID} has signs. */
    private static final Comparator<TaskPosition> BY_ID =
            Comparator.comparing(position -> position.id().toString());

    /** @throws Invalid if there is none, or a field comes twice */
    public TaskOrder {
        sorts = List.copyOf(sorts);
        if (sorts.isEmpty() || sorts.stream().map(Sort::field).distinct().count() < sorts.size()) {
            throw Invalid.value(FieldError.INVALID_FORMAT, "must name each field once at most");
        }
    }

    /** Orders positions as the list does. */
    public Comparator<TaskPosition> comparator() {
        Comparator<TaskPosition> byId = sorts.getLast().descending() ? BY_ID.reversed() : BY_ID;
        return sorts.stream()
                .map(Sort::comparator)
                .reduce(Comparator::thenComparing)
                .orElse(byId)
                .thenComparing(byId);
    }
}
