package dev.muster.domain.task;

/** How much a task matters, least first. */
public enum TaskPriority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
