package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskOrder.Field.CREATED_AT;
import static dev.muster.domain.task.TaskOrder.Field.DUE_AT;
import static dev.muster.domain.task.TaskOrder.Field.PRIORITY;
import static dev.muster.domain.task.TaskOrder.Field.UPDATED_AT;
import static dev.muster.testkit.task.FilterFixture.aFilter;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskOrder.Field;
import dev.muster.domain.task.TaskOrder.Sort;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskDirectoryContract} that says in which order tasks are listed. */
public interface SortedTasksContract extends TaskDirectoryStage {

    @Test
    default void newestTasksComeFirstOrLast() {
        UserId owner = storedUser();
        Task middle = stored(aTask(owner).createdAt(at(2)));
        Task newest = stored(aTask(owner).createdAt(at(2).plusNanos(1000)));
        Task oldest = stored(aTask(owner).createdAt(at(1)));

        assertOrder(owner, CREATED_AT, oldest, middle, newest);
    }

    @Test
    default void tasksOfTheSameMomentComeByTheirIds() {
        UserId owner = storedUser();
        Task first = aTask(owner).build();
        Task second = aTask(owner).build();
        Task third = aTask(owner).build();
        List.of(second, third, first).forEach(this::stored);

        for (Field field : List.of(CREATED_AT, UPDATED_AT, DUE_AT, PRIORITY)) {
            assertOrder(owner, field, first, second, third);
        }
    }

    @Test
    default void lastChangedTasksComeFirstOrLast() {
        UserId owner = storedUser();
        Task early = stored(aTask(owner));
        Task late = stored(aTask(owner));
        Task later = updated(early.with(early.details(), null, at(1)));

        assertOrder(owner, UPDATED_AT, late, later);
    }

    @Test
    default void urgentTasksComeFirstOrLast() {
        UserId owner = storedUser();
        List<Task> byRank = Stream.of(TaskPriority.values())
                .map(priority ->
                        aTask(owner).state(TaskStatus.PENDING, priority).build())
                .toList();
        byRank.reversed().forEach(this::stored);

        assertOrder(owner, PRIORITY, byRank.toArray(Task[]::new));
    }

    @Test
    default void whatIsNeverDueComesLastAndOtherwiseFirst() {
        UserId owner = storedUser();
        Task never = stored(aTask(owner));
        Task last = stored(aTask(owner).dueAt(Instant.parse("9999-12-31T23:59:59.999999Z")));
        Task first = stored(aTask(owner).dueAt(Instant.parse("0001-01-01T00:00:00Z")));
        Task now = stored(aTask(owner).dueAt(at(0)));
        Task neverEither = stored(aTask(owner));

        assertOrder(owner, DUE_AT, first, now, last, never, neverEither);
    }

    @Test
    default void equalsAreSortedByTheNextField() {
        UserId owner = storedUser();
        List<Task> all = storedVariety(owner);

        for (Field first : List.of(CREATED_AT, UPDATED_AT, DUE_AT, PRIORITY)) {
            for (Field second : List.of(PRIORITY, DUE_AT, CREATED_AT)) {
                if (first != second) {
                    assertSorted(owner, all, new Sort(first, false), new Sort(second, true));
                    assertSorted(owner, all, new Sort(first, true), new Sort(second, false));
                    assertSorted(owner, all, new Sort(first, true), new Sort(second, true));
                }
            }
        }
    }

    @Test
    default void fourFieldsSortTogether() {
        UserId owner = storedUser();
        List<Task> all = storedVariety(owner);

        assertSorted(
                owner,
                all,
                new Sort(PRIORITY, true),
                new Sort(DUE_AT, false),
                new Sort(UPDATED_AT, true),
                new Sort(CREATED_AT, false));
    }

    @Test
    default void trashIsSortedAsWell() {
        UserId owner = storedUser();
        Task low = updated(
                stored(aTask(owner).state(TaskStatus.PENDING, TaskPriority.LOW)).deleted(at(1)));
        Task urgent = updated(stored(aTask(owner).state(TaskStatus.PENDING, TaskPriority.URGENT))
                .deleted(at(0)));

        assertThat(listed(owner, FilterFixture.trash(), order(new Sort(PRIORITY, true))))
                .containsExactly(urgent, low);
        assertThat(listed(owner, FilterFixture.trash(), order(new Sort(UPDATED_AT, true))))
                .containsExactly(low, urgent);
    }

    @Test
    default void filteredTasksAreSortedAndPagedInAnyOrder() {
        UserId owner = storedUser();
        List<Task> all = storedVariety(owner);
        TaskFilter filter =
                aFilter().priorities(TaskPriority.LOW, TaskPriority.HIGH).build();
        TaskOrder order = order(new Sort(DUE_AT, true), new Sort(PRIORITY, false));
        List<Task> meant = all.stream()
                .filter(task -> FilteredTask.accepts(filter, task))
                .sorted(by(order))
                .toList();

        assertThat(walk(owner, filter, order, 3)).isEqualTo(meant);
    }

    private void assertOrder(UserId owner, Field field, Task... ascending) {
        List<Task> expected = List.of(ascending);
        for (int limit : new int[] {1, 2, 10}) {
            assertThat(walk(owner, TaskFilter.LIVE, order(new Sort(field, false)), limit))
                    .as("%s ascending, pages of %s", field, limit)
                    .isEqualTo(expected);
            assertThat(walk(owner, TaskFilter.LIVE, order(new Sort(field, true)), limit))
                    .as("%s descending, pages of %s", field, limit)
                    .isEqualTo(expected.reversed());
        }
    }

    private void assertSorted(UserId owner, List<Task> all, Sort... sorts) {
        TaskOrder order = order(sorts);
        List<Task> expected = all.stream().sorted(by(order)).toList();
        for (int limit : new int[] {2, 5}) {
            assertThat(walk(owner, TaskFilter.LIVE, order, limit))
                    .as("%s, pages of %s", order, limit)
                    .isEqualTo(expected);
        }
    }

    /** Every combination of two times of making, three of being due, and two priorities. */
    private List<Task> storedVariety(UserId owner) {
        List<Task> all = new ArrayList<>();
        for (TaskPriority priority : List.of(TaskPriority.HIGH, TaskPriority.LOW)) {
            for (int due = 0; due < 3; due++) {
                for (int second = 0; second < 2; second++) {
                    TaskFixture sample =
                            aTask(owner).state(TaskStatus.PENDING, priority).createdAt(at(second));
                    all.add(stored(due == 0 ? sample : sample.dueAt(at(due))));
                }
            }
        }
        return all;
    }

    private static TaskOrder order(Sort... sorts) {
        return new TaskOrder(List.of(sorts));
    }

    private static Comparator<Task> by(TaskOrder order) {
        return Comparator.comparing(task -> new ListedTask(task, 0).position(), order.comparator());
    }

    private static Instant at(int second) {
        return TestClock.START.plusSeconds(second);
    }
}
