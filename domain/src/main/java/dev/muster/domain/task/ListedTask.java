package dev.muster.domain.task;

/**
 * A task in a list.
 *
 * @param score how well it fits the text that was looked for, better if greater; 0 where none was
 */
public record ListedTask(Task task, float score) {

    /** Where it stands in the list. */
    public TaskPosition position() {
        DueTime due = task.details().dueAt();
        return new TaskPosition(
                score,
                task.createdAt(),
                task.updatedAt(),
                due == null ? null : due.value(),
                task.details().priority(),
                task.id());
    }
}
