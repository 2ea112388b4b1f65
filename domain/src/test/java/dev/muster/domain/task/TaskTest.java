package dev.muster.domain.task;

import static dev.muster.domain.task.TaskStatus.CANCELLED;
import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.domain.task.TaskStatus.IN_PROGRESS;
import static dev.muster.domain.task.TaskStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TaskTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant LATEST = NOW.plusSeconds(120);
    private static final TaskId ID = new TaskId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000001"));
    private static final UserId OWNER = new UserId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000002"));

    @Test
    void taskIsPendingAndOfMediumPriorityAtFirst() {
        Task task = created(PENDING);

        assertThat(task.details().status()).isEqualTo(PENDING);
        assertThat(task.details().priority()).isEqualTo(TaskPriority.MEDIUM);
        assertThat(task.createdAt()).isEqualTo(NOW).isEqualTo(task.updatedAt());
        assertThat(task.completedAt()).isNull();
        assertThat(task.isDeleted()).isFalse();
        assertThat(task.version()).isEqualTo(1);
    }

    @Test
    void completingATaskTellsWhen() {
        assertThat(created(PENDING).with(details(COMPLETED), LATER).completedAt())
                .isEqualTo(LATER);
        assertThat(created(COMPLETED).completedAt()).isEqualTo(NOW);
    }

    @Test
    void taskThatStaysCompletedKeepsItsTime() {
        Task renamed = created(COMPLETED).with(details(COMPLETED), LATER);

        assertThat(renamed.completedAt()).isEqualTo(NOW);
        assertThat(renamed.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void taskThatIsNoLongerCompletedHasNoSuchTime() {
        for (TaskStatus status : new TaskStatus[] {PENDING, IN_PROGRESS, CANCELLED}) {
            Task reopened = created(COMPLETED).with(details(status), LATER);
            assertThat(reopened.completedAt()).isNull();
            assertThat(reopened.with(details(COMPLETED), LATEST).completedAt()).isEqualTo(LATEST);
        }
    }

    @Test
    void timeOfCompletionWithoutCompletionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(ID, OWNER, null, details(PENDING), NOW, NOW, NOW, null, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(ID, OWNER, null, details(COMPLETED), NOW, NOW, null, null, 1));
    }

    @Test
    void taskGoesToTheTrashAndComesBack() {
        Task task = created(COMPLETED);
        Task deleted = task.deleted(LATER);
        Task restored = deleted.restored(LATEST);

        assertThat(deleted.isDeleted()).isTrue();
        assertThat(deleted.deletedAt()).isEqualTo(LATER);
        assertThat(deleted.version()).isEqualTo(2);
        assertThat(restored.isDeleted()).isFalse();
        assertThat(restored.version()).isEqualTo(3);
        assertThat(restored)
                .usingRecursiveComparison()
                .ignoringFields("version", "updatedAt")
                .isEqualTo(task);
        assertThat(restored.updatedAt()).isEqualTo(LATEST);
    }

    @Test
    void changeKeepsWhatIsNotADetail() {
        TaskId parent = new TaskId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000003"));
        Task task = Task.created(ID, OWNER, parent, details(PENDING), NOW);

        assertThat(task.with(details(IN_PROGRESS), LATER))
                .isEqualTo(new Task(ID, OWNER, parent, details(IN_PROGRESS), NOW, LATER, null, null, 2));
    }

    @Test
    void placeInAListIsTimeAndId() {
        assertThat(created(PENDING).position()).isEqualTo(new TaskPosition(NOW, ID));
        assertThat(ID).hasToString(ID.value().toString());
    }

    @Test
    void filterTakesEverythingButTheTrash() {
        assertThat(TaskFilter.LIVE.accepts(created(CANCELLED))).isTrue();
        assertThat(TaskFilter.LIVE.accepts(created(PENDING).deleted(LATER))).isFalse();
        assertThat(new TaskFilter(Set.of(), Set.of(), true)
                        .accepts(created(PENDING).deleted(LATER)))
                .isTrue();
        assertThat(new TaskFilter(Set.of(), Set.of(), true).accepts(created(PENDING)))
                .isFalse();
    }

    @Test
    void filterTakesAnyOfItsValuesAndAllOfItsConditions() {
        Task task = created(PENDING);

        assertThat(filter(Set.of(PENDING, COMPLETED), Set.of()).accepts(task)).isTrue();
        assertThat(filter(Set.of(COMPLETED), Set.of()).accepts(task)).isFalse();
        assertThat(filter(Set.of(), Set.of(TaskPriority.MEDIUM)).accepts(task)).isTrue();
        assertThat(filter(Set.of(), Set.of(TaskPriority.HIGH)).accepts(task)).isFalse();
        assertThat(filter(Set.of(PENDING), Set.of(TaskPriority.HIGH)).accepts(task))
                .isFalse();
    }

    private static Task created(TaskStatus status) {
        return Task.created(ID, OWNER, null, details(status), NOW);
    }

    private static TaskDetails details(TaskStatus status) {
        TaskDetails titled = TaskDetails.titled(new TaskTitle("Water the plants"));
        return new TaskDetails(titled.title(), null, status, titled.priority(), null, Labels.NONE, null);
    }

    private static TaskFilter filter(Set<TaskStatus> statuses, Set<TaskPriority> priorities) {
        return new TaskFilter(statuses, priorities, false);
    }
}
