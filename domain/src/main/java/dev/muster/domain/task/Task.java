package dev.muster.domain.task;

import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to do (requirement C1). Times in microseconds, as the store keeps them.
 *
 * @param parent the task that this one is a part of, or null
 * @param completedAt when it was completed; set exactly while the status is completed
 * @param deletedAt when it went to the trash, or null
 * @param version 1 at first, one more with every change
 */
public record Task(
        TaskId id,
        UserId owner,
        @Nullable TaskId parent,
        TaskDetails details,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        long version) {

    public Task {
        if ((details.status() == TaskStatus.COMPLETED) != (completedAt != null)) {
            throw new IllegalArgumentException("a task has a time of completion exactly when it is completed");
        }
    }

    /** A task made now. */
    public static Task created(TaskId id, UserId owner, @Nullable TaskId parent, TaskDetails details, Instant now) {
        Instant completed = details.status() == TaskStatus.COMPLETED ? now : null;
        return new Task(id, owner, parent, details, now, now, completed, null, 1);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** The task with other details. A task that stays completed keeps the time at which it was. */
    public Task with(TaskDetails changed, Instant now) {
        Instant completed = null;
        if (changed.status() == TaskStatus.COMPLETED) {
            completed = completedAt == null ? now : completedAt;
        }
        return new Task(id, owner, parent, changed, createdAt, now, completed, deletedAt, version + 1);
    }

    /** The task in the trash. */
    public Task deleted(Instant now) {
        return new Task(id, owner, parent, details, createdAt, now, completedAt, now, version + 1);
    }

    /** The task out of the trash. */
    public Task restored(Instant now) {
        return new Task(id, owner, parent, details, createdAt, now, completedAt, null, version + 1);
    }

    /** Where the task stands in a list of newest first. */
    public TaskPosition position() {
        return new TaskPosition(createdAt, id);
    }
}
