package dev.muster.domain.task;

/** How far a task is. */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED
}
