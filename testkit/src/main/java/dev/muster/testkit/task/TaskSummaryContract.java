package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskPriority.HIGH;
import static dev.muster.domain.task.TaskPriority.LOW;
import static dev.muster.domain.task.TaskPriority.MEDIUM;
import static dev.muster.domain.task.TaskPriority.URGENT;
import static dev.muster.domain.task.TaskStatus.CANCELLED;
import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.domain.task.TaskStatus.IN_PROGRESS;
import static dev.muster.domain.task.TaskStatus.PENDING;
import static dev.muster.testkit.task.FilterFixture.aFilter;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskSummary;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskDirectoryContract} about tasks in numbers (requirement C7). */
public interface TaskSummaryContract extends TaskDirectoryStage {

    @Test
    default void summaryOfNothingHasEveryEntry() {
        assertThat(summary(storedUser(), TaskFilter.LIVE))
                .isEqualTo(new TaskSummary(
                        Map.of(PENDING, 0L, IN_PROGRESS, 0L, COMPLETED, 0L, CANCELLED, 0L),
                        Map.of(LOW, 0L, MEDIUM, 0L, HIGH, 0L, URGENT, 0L),
                        Map.of(PENDING, 0L, IN_PROGRESS, 0L, COMPLETED, 0L, CANCELLED, 0L),
                        0,
                        0));
    }

    @Test
    default void summaryCountsAndSumsUp() {
        UserId owner = storedUser();
        storedSamples(owner);

        assertThat(summary(owner, TaskFilter.LIVE))
                .isEqualTo(new TaskSummary(
                        Map.of(PENDING, 3L, IN_PROGRESS, 1L, COMPLETED, 1L, CANCELLED, 0L),
                        Map.of(LOW, 1L, MEDIUM, 1L, HIGH, 2L, URGENT, 1L),
                        Map.of(PENDING, 1005L, IN_PROGRESS, 0L, COMPLETED, 8L, CANCELLED, 0L),
                        1,
                        1));
    }

    @Test
    default void summaryIsOfWhatTheFilterMeans() {
        UserId owner = storedUser();
        storedSamples(owner);

        TaskSummary high = summary(owner, aFilter().priorities(HIGH).build());
        assertThat(high.statuses()).containsEntry(PENDING, 1L).containsEntry(COMPLETED, 1L);
        assertThat(high.overdue()).isEqualTo(1);
        assertThat(summary(owner, FilterFixture.trash()).statuses()).containsEntry(PENDING, 1L);
        assertThat(summary(owner, FilterFixture.text("fence")).priorities())
                .isEqualTo(Map.of(LOW, 0L, MEDIUM, 0L, HIGH, 0L, URGENT, 1L));
        assertThat(summary(owner, aFilter().labels("red").build()).points()).containsEntry(PENDING, 1000L);
    }

    private void storedSamples(UserId owner) {
        Task blocker = stored(aTask(owner).points(1000).labels("red", "blue"));
        Task waiting = stored(aTask(owner).state(IN_PROGRESS, URGENT).title("The fence"));
        writeAs(owner, () -> graph().block(owner, waiting.id(), blocker.id()));
        stored(aTask(owner).state(PENDING, HIGH).points(5).dueAt(TestClock.START.minusSeconds(1)));
        stored(aTask(owner).state(COMPLETED, HIGH).points(8).dueAt(TestClock.START.minusSeconds(1)));
        stored(aTask(owner).state(PENDING, LOW).dueAt(TestClock.START));
        updated(stored(aTask(owner).points(50)).deleted(TestClock.START));
        stored(aTask(storedUser()).points(70));
    }

    private TaskSummary summary(UserId owner, TaskFilter filter) {
        return readAs(owner, () -> directory().summarise(owner, filter, TestClock.START));
    }
}
