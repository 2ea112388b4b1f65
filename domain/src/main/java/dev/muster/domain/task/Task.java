package dev.muster.domain.task;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to do (requirements C1, C3, C4). Times in microseconds, as the store keeps them.
 *
 * @param key its name inside its project; set exactly while it is in one
 * @param blockers the tasks it waits for; kept by {@link TaskGraph}, not by changes of the task
 * @param completedAt when it was completed; set exactly while the status is completed
 * @param deletedAt when it went to the trash, or null
 * @param version 1 at first, one more with every change, of its blockers too
 */
public record Task(
        TaskId id,
        UserId owner,
        TaskDetails details,
        @Nullable TaskKey key,
        Blockers blockers,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        long version) {

    public Task {
        if ((details.status() == TaskStatus.COMPLETED) != (completedAt != null)) {
            throw new IllegalArgumentException("a task has a time of completion exactly when it is completed");
        }
        if ((details.place().project() == null) != (key == null)) {
            throw new IllegalArgumentException("a task has a key exactly when it is in a project");
        }
    }

    /** A task made now, which waits for nothing. */
    public static Task created(TaskId id, UserId owner, TaskDetails details, @Nullable TaskKey key, Instant now) {
        Instant completed = details.status() == TaskStatus.COMPLETED ? now : null;
        return new Task(id, owner, details, key, Blockers.NONE, now, now, completed, null, 1);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether it is open and waits for a task that is not done. */
    public boolean isBlocked() {
        return details.status().isOpen() && blockers.open() > 0;
    }

    /**
     * The task with other details. A task that stays completed keeps the time at which it was.
     *
     * @param changedKey its key from now on; another one only in another project
     * @throws Conflict with {@link TaskError#TASK_BLOCKED} if it would be completed while it waits for a task that is not
     *     done
     */
    public Task with(TaskDetails changed, @Nullable TaskKey changedKey, Instant now) {
        Instant completed = null;
        if (changed.status() == TaskStatus.COMPLETED) {
            completed = completedAt == null ? completedNow(now) : completedAt;
        }
        return new Task(id, owner, changed, changedKey, blockers, createdAt, now, completed, deletedAt, version + 1);
    }

    /** The task in the trash. */
    public Task deleted(Instant now) {
        return new Task(id, owner, details, key, blockers, createdAt, now, completedAt, now, version + 1);
    }

    /** The task out of the trash. */
    public Task restored(Instant now) {
        return new Task(id, owner, details, key, blockers, createdAt, now, completedAt, null, version + 1);
    }

    private Instant completedNow(Instant now) {
        if (blockers.open() > 0) {
            throw new Conflict(TaskError.TASK_BLOCKED, "The task waits for a task that is not done.");
        }
        return now;
    }
}
