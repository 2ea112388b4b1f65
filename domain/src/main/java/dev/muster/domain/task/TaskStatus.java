package dev.muster.domain.task;

/** How far a task is. */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** Whether there is still something to do. */
    public boolean isOpen() {
        return this == PENDING || this == IN_PROGRESS;
    }
}
