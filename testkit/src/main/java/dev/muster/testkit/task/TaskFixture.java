package dev.muster.testkit.task;

import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sample tasks. Whatever is not said is usual: pending, of medium priority, made at {@link TestClock#START}.
 * {@code TaskFixture.aTask(owner).title("Paint the fence").build()}
 */
public final class TaskFixture {

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    private final UserId owner;
    private TaskId id = nextId();
    private @Nullable TaskId parent;
    private TaskDetails details = TaskDetails.titled(new TaskTitle("Water the plants"));
    private Instant createdAt = TestClock.START;

    private TaskFixture(UserId owner) {
        this.owner = owner;
    }

    public static TaskFixture aTask(UserId owner) {
        return new TaskFixture(owner);
    }

    /** An id that no task has; greater than those made before. */
    public static TaskId nextId() {
        return new TaskId(IDS.next());
    }

    /** A task of which everything is known that can be. */
    public static Task everythingKnown(UserId owner) {
        return aTask(owner)
                .details(new TaskDetails(
                        new TaskTitle("Zäune 🚀 streichen 柵 e\u0301"),
                        new TaskDescription("  first line\n\ttabbed 🚀\r\nlast line  "),
                        TaskStatus.COMPLETED,
                        TaskPriority.URGENT,
                        new StoryPoints(8),
                        new Labels(List.of("garden", "Garden", "früh 🌱")),
                        new DueTime(TestClock.START.plusSeconds(86_400))))
                .build();
    }

    public TaskFixture id(TaskId value) {
        id = value;
        return this;
    }

    public TaskFixture parent(TaskId value) {
        parent = value;
        return this;
    }

    public TaskFixture title(String text) {
        return details(new TaskDetails(
                new TaskTitle(text),
                details.description(),
                details.status(),
                details.priority(),
                details.storyPoints(),
                details.labels(),
                details.dueAt()));
    }

    public TaskFixture labels(String... values) {
        return details(new TaskDetails(
                details.title(),
                details.description(),
                details.status(),
                details.priority(),
                details.storyPoints(),
                new Labels(List.of(values)),
                details.dueAt()));
    }

    public TaskFixture state(TaskStatus status, TaskPriority priority) {
        return details(new TaskDetails(
                details.title(),
                details.description(),
                status,
                priority,
                details.storyPoints(),
                details.labels(),
                details.dueAt()));
    }

    public TaskFixture details(TaskDetails value) {
        details = value;
        return this;
    }

    public TaskFixture createdAt(Instant moment) {
        createdAt = moment;
        return this;
    }

    public Task build() {
        return Task.created(id, owner, parent, details, createdAt);
    }
}
