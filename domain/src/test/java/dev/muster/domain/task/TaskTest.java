package dev.muster.domain.task;

import static dev.muster.domain.task.TaskStatus.CANCELLED;
import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.domain.task.TaskStatus.IN_PROGRESS;
import static dev.muster.domain.task.TaskStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TaskTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant LATEST = NOW.plusSeconds(120);
    private static final TaskId ID = new TaskId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000001"));
    private static final UserId OWNER = new UserId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000002"));
    private static final TaskId PARENT = new TaskId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000003"));
    private static final TaskId OTHER = new TaskId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000004"));
    private static final ProjectId PROJECT = new ProjectId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000005"));
    private static final TaskKey KEY = new TaskKey(new ProjectKey("KAN"), 15);

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
        assertThat(created(PENDING).with(details(COMPLETED), null, LATER).completedAt())
                .isEqualTo(LATER);
        assertThat(created(COMPLETED).completedAt()).isEqualTo(NOW);
    }

    @Test
    void taskThatStaysCompletedKeepsItsTime() {
        Task renamed = created(COMPLETED).with(details(COMPLETED), null, LATER);

        assertThat(renamed.completedAt()).isEqualTo(NOW);
        assertThat(renamed.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void taskThatIsNoLongerCompletedHasNoSuchTime() {
        for (TaskStatus status : new TaskStatus[] {PENDING, IN_PROGRESS, CANCELLED}) {
            Task reopened = created(COMPLETED).with(details(status), null, LATER);
            assertThat(reopened.completedAt()).isNull();
            assertThat(reopened.with(details(COMPLETED), null, LATEST).completedAt())
                    .isEqualTo(LATEST);
        }
    }

    @Test
    void timeOfCompletionWithoutCompletionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(ID, OWNER, details(PENDING), null, Blockers.NONE, NOW, NOW, NOW, null, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Task(ID, OWNER, details(COMPLETED), null, Blockers.NONE, NOW, NOW, null, null, 1));
    }

    @Test
    void keyWithoutAProjectIsRefusedAndAProjectWithoutAKey() {
        TaskDetails inProject = placed(details(PENDING), new TaskPlace(PROJECT, null));

        assertThat(Task.created(ID, OWNER, inProject, KEY, NOW).key()).isEqualTo(KEY);
        assertThatIllegalArgumentException().isThrownBy(() -> Task.created(ID, OWNER, inProject, null, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> Task.created(ID, OWNER, details(PENDING), KEY, NOW));
    }

    @Test
    void taskMovesIntoAProjectAndOutOfIt() {
        Task moved = created(PENDING).with(placed(details(PENDING), new TaskPlace(PROJECT, ID)), KEY, LATER);
        Task left = moved.with(details(PENDING), null, LATEST);

        assertThat(moved.key()).isEqualTo(KEY);
        assertThat(moved.details().place()).isEqualTo(new TaskPlace(PROJECT, ID));
        assertThat(left.key()).isNull();
        assertThat(left.details().place()).isEqualTo(TaskPlace.NONE);
    }

    @Test
    void taskThatWaitsIsNotCompleted() {
        Task waiting = waiting(PENDING, null, 1);

        assertThat(waiting.isBlocked()).isTrue();
        assertThatThrownBy(() -> waiting.with(details(COMPLETED), null, LATER))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo(TaskError.TASK_BLOCKED));
    }

    @Test
    void taskThatWaitsMayBeChangedOtherwise() {
        for (TaskStatus status : new TaskStatus[] {PENDING, IN_PROGRESS, CANCELLED}) {
            Task changed = waiting(PENDING, null, 2).with(details(status), null, LATER);

            assertThat(changed.blockers()).isEqualTo(new Blockers(List.of(OTHER, PARENT), 2));
            assertThat(changed.isBlocked()).isEqualTo(status.isOpen());
        }
    }

    @Test
    void taskThatWaitsForNothingOpenIsCompleted() {
        Task done = waiting(PENDING, null, 0).with(details(COMPLETED), null, LATER);

        assertThat(done.completedAt()).isEqualTo(LATER);
        assertThat(done.isBlocked()).isFalse();
    }

    @Test
    void taskThatIsCompletedStaysSoWhateverOpensAgain() {
        Task completed = waiting(COMPLETED, NOW, 1);

        assertThat(completed.isBlocked()).isFalse();
        assertThat(completed.with(details(COMPLETED), null, LATER).completedAt())
                .isEqualTo(NOW);
    }

    @Test
    void openBlockersAreAmongTheBlockers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Blockers(List.of(OTHER), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Blockers(List.of(OTHER), -1));
        assertThat(Blockers.NONE).isEqualTo(new Blockers(List.of(), 0));
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
        Task task = waiting(PENDING, null, 1);

        assertThat(task.with(details(IN_PROGRESS), null, LATER))
                .isEqualTo(new Task(ID, OWNER, details(IN_PROGRESS), null, task.blockers(), NOW, LATER, null, null, 2));
    }

    @Test
    void placeInAListIsAllThatItMayBeSortedBy() {
        DueTime due = new DueTime(LATEST);
        TaskDetails urgent = new TaskDetails(
                new TaskTitle("x"), null, PENDING, TaskPriority.URGENT, null, Labels.NONE, due, TaskPlace.NONE);
        Task task = created(PENDING).with(urgent, null, LATER);

        assertThat(new ListedTask(task, 0.5f).position())
                .isEqualTo(new TaskPosition(0.5f, NOW, LATER, LATEST, TaskPriority.URGENT, ID));
        assertThat(new ListedTask(created(PENDING), 0).position())
                .isEqualTo(new TaskPosition(0, NOW, NOW, null, TaskPriority.MEDIUM, ID));
        assertThat(ID).hasToString(ID.value().toString());
    }

    private static Task created(TaskStatus status) {
        return Task.created(ID, OWNER, details(status), null, NOW);
    }

    private static Task waiting(TaskStatus status, @Nullable Instant completedAt, int open) {
        Blockers blockers = new Blockers(List.of(OTHER, PARENT), open);
        return new Task(ID, OWNER, details(status), null, blockers, NOW, NOW, completedAt, null, 1);
    }

    private static TaskDetails details(TaskStatus status) {
        TaskDetails titled = TaskDetails.titled(new TaskTitle("Water the plants"));
        return new TaskDetails(
                titled.title(), null, status, titled.priority(), null, Labels.NONE, null, TaskPlace.NONE);
    }

    private static TaskDetails placed(TaskDetails details, TaskPlace place) {
        return new TaskDetails(
                details.title(), null, details.status(), details.priority(), null, Labels.NONE, null, place);
    }
}
