package dev.muster.testkit.task;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
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
 * Sample tasks. Whatever is not said is usual: pending, of medium priority, in no project, made at
 * {@link TestClock#START}. {@code TaskFixture.aTask(owner).title("Paint the fence").build()}
 */
public final class TaskFixture {

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    private final UserId owner;
    private TaskId id = nextId();
    private TaskTitle title = new TaskTitle("Water the plants");
    private @Nullable TaskDescription description;
    private TaskStatus status = TaskStatus.PENDING;
    private TaskPriority priority = TaskPriority.MEDIUM;
    private @Nullable StoryPoints points;
    private Labels labels = Labels.NONE;
    private @Nullable DueTime dueAt;
    private TaskPlace place = TaskPlace.NONE;
    private @Nullable TaskKey key;
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

    /** A task of which everything is known that can be but a place. */
    public static Task everythingKnown(UserId owner) {
        return aTask(owner)
                .title("Zäune 🚀 streichen 柵 e\u0301")
                .description("  first line\n\ttabbed 🚀\r\nlast line  ")
                .state(TaskStatus.COMPLETED, TaskPriority.URGENT)
                .points(8)
                .labels("garden", "Garden", "früh 🌱")
                .dueAt(TestClock.START.plusSeconds(86_400))
                .build();
    }

    public TaskFixture id(TaskId value) {
        id = value;
        return this;
    }

    public TaskFixture title(String text) {
        title = new TaskTitle(text);
        return this;
    }

    public TaskFixture description(String text) {
        description = new TaskDescription(text);
        return this;
    }

    public TaskFixture state(TaskStatus value, TaskPriority rank) {
        status = value;
        priority = rank;
        return this;
    }

    public TaskFixture points(int value) {
        points = new StoryPoints(value);
        return this;
    }

    public TaskFixture labels(String... values) {
        labels = new Labels(List.of(values));
        return this;
    }

    public TaskFixture dueAt(Instant moment) {
        dueAt = new DueTime(moment);
        return this;
    }

    public TaskFixture parent(TaskId value) {
        place = new TaskPlace(place.project(), value);
        return this;
    }

    /** A task of a project, with a number. */
    public TaskFixture in(Project project, int number) {
        return in(project.id(), new TaskKey(project.details().key(), number));
    }

    /** A task of a project, with a key. */
    public TaskFixture in(ProjectId project, TaskKey value) {
        place = new TaskPlace(project, place.parent());
        key = value;
        return this;
    }

    public TaskFixture createdAt(Instant moment) {
        createdAt = moment;
        return this;
    }

    public TaskDetails details() {
        return new TaskDetails(title, description, status, priority, points, labels, dueAt, place);
    }

    public Task build() {
        return Task.created(id, owner, details(), key, createdAt);
    }
}
