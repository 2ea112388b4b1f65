package dev.muster.domain.task;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static dev.muster.domain.task.TaskOrder.Field.CREATED_AT;
import static dev.muster.domain.task.TaskOrder.Field.DUE_AT;
import static dev.muster.domain.task.TaskOrder.Field.PRIORITY;
import static dev.muster.domain.task.TaskOrder.Field.SCORE;
import static dev.muster.domain.task.TaskOrder.Field.UPDATED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.task.TaskOrder.Field;
import dev.muster.domain.task.TaskOrder.Sort;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TaskOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private static final TaskPosition FIRST = position(1, 0.2f, NOW, LATER, NOW, TaskPriority.LOW);
    private static final TaskPosition SECOND = position(2, 0.9f, LATER, NOW, null, TaskPriority.URGENT);

    @Test
    void everyFieldSortsBothWays() {
        assertThat(ascending(CREATED_AT)).containsExactly(FIRST, SECOND);
        assertThat(descending(CREATED_AT)).containsExactly(SECOND, FIRST);
        assertThat(ascending(UPDATED_AT)).containsExactly(SECOND, FIRST);
        assertThat(descending(UPDATED_AT)).containsExactly(FIRST, SECOND);
        assertThat(ascending(PRIORITY)).containsExactly(FIRST, SECOND);
        assertThat(descending(PRIORITY)).containsExactly(SECOND, FIRST);
        assertThat(ascending(SCORE)).containsExactly(FIRST, SECOND);
        assertThat(descending(SCORE)).containsExactly(SECOND, FIRST);
    }

    @Test
    void whatIsNeverDueComesAfterWhatIs() {
        assertThat(ascending(DUE_AT)).containsExactly(FIRST, SECOND);
        assertThat(descending(DUE_AT)).containsExactly(SECOND, FIRST);
    }

    @Test
    void equalsAreSortedByTheNextField() {
        TaskPosition third = position(3, 0, NOW, LATER, null, TaskPriority.URGENT);
        TaskOrder order = new TaskOrder(List.of(new Sort(PRIORITY, true), new Sort(CREATED_AT, false)));

        assertThat(sorted(order, FIRST, SECOND, third)).containsExactly(third, SECOND, FIRST);
    }

    @Test
    void equalsOfEveryFieldAreSortedByIdInTheDirectionOfTheLast() {
        TaskPosition one = position(1, 0, NOW, NOW, null, TaskPriority.LOW);
        TaskPosition two = position(2, 0, NOW, NOW, null, TaskPriority.LOW);

        assertThat(sorted(TaskOrder.NEWEST_FIRST, one, two)).containsExactly(two, one);
        assertThat(sorted(new TaskOrder(List.of(new Sort(PRIORITY, true), new Sort(DUE_AT, false))), two, one))
                .containsExactly(one, two);
    }

    @Test
    void idsSortLikeTheirText() {
        TaskPosition low = new TaskPosition(
                0,
                NOW,
                NOW,
                null,
                TaskPriority.LOW,
                new TaskId(UUID.fromString("7fffffff-0000-7000-8000-000000000000")));
        TaskPosition high = new TaskPosition(
                0,
                NOW,
                NOW,
                null,
                TaskPriority.LOW,
                new TaskId(UUID.fromString("80000000-0000-7000-8000-000000000000")));

        assertThat(sorted(new TaskOrder(List.of(new Sort(CREATED_AT, false))), high, low))
                .containsExactly(low, high);
    }

    @Test
    void fieldComesOnceAtMostAndOneAtLeast() {
        assertRefused(FieldError.INVALID_FORMAT, () -> new TaskOrder(List.of()));
        assertRefused(
                FieldError.INVALID_FORMAT,
                () -> new TaskOrder(List.of(new Sort(DUE_AT, true), new Sort(DUE_AT, false))));
    }

    private static List<TaskPosition> ascending(Field field) {
        return sorted(new TaskOrder(List.of(new Sort(field, false))), SECOND, FIRST);
    }

    private static List<TaskPosition> descending(Field field) {
        return sorted(new TaskOrder(List.of(new Sort(field, true))), FIRST, SECOND);
    }

    private static List<TaskPosition> sorted(TaskOrder order, TaskPosition... positions) {
        return Stream.of(positions).sorted(order.comparator()).toList();
    }

    private static TaskPosition position(
            int id, float score, Instant createdAt, Instant updatedAt, @Nullable Instant dueAt, TaskPriority priority) {
        return new TaskPosition(score, createdAt, updatedAt, dueAt, priority, new TaskId(new UUID(0, id)));
    }
}
