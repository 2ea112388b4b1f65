package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskPriority.HIGH;
import static dev.muster.domain.task.TaskPriority.LOW;
import static dev.muster.domain.task.TaskPriority.MEDIUM;
import static dev.muster.domain.task.TaskPriority.URGENT;
import static dev.muster.domain.task.TaskStatus.CANCELLED;
import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.domain.task.TaskStatus.IN_PROGRESS;
import static dev.muster.domain.task.TaskStatus.PENDING;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskStatistics;
import dev.muster.domain.task.TaskStatistics.Recently;
import dev.muster.domain.task.TaskSummary;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TaskCensus} promises. A test class of the adapter implements this interface, over tasks and users of the
 * same store, which need not be empty.
 */
public interface TaskCensusContract extends TaskStage {

    /** What is tested. */
    TaskCensus census();

    /** The graph of the same tasks. */
    TaskGraph graph();

    @Test
    default void everybodysTasksAreCountedOnceRefreshed() {
        TaskStatistics before = refreshed();
        storedSamples(storedUser(), storedUser(), before.asOf());
        assertThat(read(() -> census().statistics())).isEqualTo(before);

        TaskStatistics after = refreshed();

        assertThat(after.asOf()).isAfterOrEqualTo(before.asOf());
        assertThat(after.tasks().statuses()).containsOnlyKeys(PENDING, IN_PROGRESS, COMPLETED, CANCELLED);
        assertThat(after.tasks().priorities()).containsOnlyKeys(LOW, MEDIUM, HIGH, URGENT);
        assertThat(more(before, after))
                .isEqualTo(Map.ofEntries(
                        Map.entry("PENDING", 2L),
                        Map.entry("IN_PROGRESS", 1L),
                        Map.entry("COMPLETED", 1L),
                        Map.entry("CANCELLED", 1L),
                        Map.entry("LOW", 1L),
                        Map.entry("MEDIUM", 1L),
                        Map.entry("HIGH", 2L),
                        Map.entry("URGENT", 1L),
                        Map.entry("points PENDING", 1003L),
                        Map.entry("points COMPLETED", 8L),
                        Map.entry("points CANCELLED", 5L),
                        Map.entry("overdue", 1L),
                        Map.entry("blocked", 1L),
                        Map.entry("deleted", 1L)));
    }

    @Test
    default void recentAreThoseOfOneSevenAndThirtyDays() {
        TaskStatistics before = refreshed();
        UserId owner = storedUser();
        for (int days : new int[] {0, 2, 10, 40}) {
            Instant then = before.asOf().minus(Duration.ofDays(days)).minusSeconds(3600);
            stored(aTask(owner).createdAt(then).state(COMPLETED, LOW));
            updated(stored(aTask(owner).createdAt(then).state(COMPLETED, LOW)).deleted(before.asOf()));
        }
        TaskStatistics after = refreshed();

        Recently created = before.created();
        assertThat(after.created()).isEqualTo(new Recently(created.day() + 2, created.week() + 4, created.month() + 6));
        Recently completed = before.completed();
        assertThat(after.completed())
                .isEqualTo(new Recently(completed.day() + 1, completed.week() + 2, completed.month() + 3));
    }

    @Test
    default void whoDeletedTheirAccountHasNoPartUntilItIsRecovered() {
        TaskStatistics before = refreshed();
        User person = stored(UserFixture.aUser().build());
        storedSamples(person.id(), person.id(), before.asOf());
        TaskStatistics living = refreshed();
        User deleted = person.deleted(before.asOf());
        write(() -> users().update(deleted));

        assertThat(more(before, refreshed())).isEmpty();

        User recovered = deleted.recovered(before.asOf());
        write(() -> users().update(recovered));
        assertThat(more(living, refreshed())).isEmpty();

        write(() -> users().update(recovered.deleted(before.asOf())));
        write(() -> users().erase(person.id()));
        assertThat(more(before, refreshed())).isEmpty();
    }

    @Test
    default void itMakesNoDifferenceWhoActs() {
        TaskStatistics before = refreshed();
        stored(aTask(storedUser()).createdAt(before.asOf().minus(Duration.ofDays(90))));
        UserId other = storedUser();
        writeAs(other, () -> census().refreshStatistics());

        TaskStatistics after = readAs(other, () -> census().statistics());
        assertThat(more(before, after)).isEqualTo(Map.of("PENDING", 1L, "MEDIUM", 1L));
        assertThat(read(() -> census().statistics())).isEqualTo(after);
    }

    @Test
    default void refreshesThatComeTogetherAllSucceed() {
        TaskStatistics before = refreshed();
        stored(aTask(storedUser()).createdAt(before.asOf().minus(Duration.ofDays(90))));
        Race.values(Race.of(4, thread -> refreshed()));

        assertThat(more(before, read(() -> census().statistics()))).isEqualTo(Map.of("PENDING", 1L, "MEDIUM", 1L));
    }

    private void storedSamples(UserId one, UserId other, Instant now) {
        Instant longAgo = now.minus(Duration.ofDays(90));
        Task blocker = stored(aTask(one).createdAt(longAgo).points(3).dueAt(now.plusSeconds(86_400)));
        Task waiting =
                stored(aTask(one).createdAt(longAgo).state(PENDING, URGENT).points(1000));
        writeAs(one, () -> graph().block(one, waiting.id(), blocker.id()));
        stored(aTask(other).createdAt(longAgo).state(IN_PROGRESS, HIGH).dueAt(now.minusSeconds(1)));
        stored(aTask(other).createdAt(longAgo).state(COMPLETED, HIGH).points(8).dueAt(longAgo));
        stored(aTask(other).createdAt(longAgo).state(CANCELLED, LOW).points(5).dueAt(longAgo));
        updated(stored(aTask(other).createdAt(longAgo).points(50).dueAt(longAgo))
                .deleted(now));
    }

    private TaskStatistics refreshed() {
        write(() -> census().refreshStatistics());
        return read(() -> census().statistics());
    }

    /** What has become more or less, and by how much. */
    private static Map<String, Long> more(TaskStatistics before, TaskStatistics after) {
        Map<String, Long> more = numbers(after);
        numbers(before).forEach((name, number) -> more.merge(name, -number, Long::sum));
        more.values().removeIf(number -> number == 0);
        return more;
    }

    private static Map<String, Long> numbers(TaskStatistics statistics) {
        TaskSummary tasks = statistics.tasks();
        Map<String, Long> numbers = new HashMap<>();
        tasks.statuses().forEach((status, number) -> numbers.put(status.name(), number));
        tasks.priorities().forEach((priority, number) -> numbers.put(priority.name(), number));
        tasks.points().forEach((status, sum) -> numbers.put("points " + status, sum));
        numbers.put("overdue", tasks.overdue());
        numbers.put("blocked", tasks.blocked());
        numbers.put("deleted", statistics.deleted());
        put(numbers, "created", statistics.created());
        put(numbers, "completed", statistics.completed());
        return numbers;
    }

    private static void put(Map<String, Long> numbers, String name, Recently recently) {
        numbers.put(name + " day", recently.day());
        numbers.put(name + " week", recently.week());
        numbers.put(name + " month", recently.month());
    }
}
