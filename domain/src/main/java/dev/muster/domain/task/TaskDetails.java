package dev.muster.domain.task;

import org.jspecify.annotations.Nullable;

/** What the owner says of a task, and may change. Nowhere does a change of one of these change another. */
public record TaskDetails(
        TaskTitle title,
        @Nullable TaskDescription description,
        TaskStatus status,
        TaskPriority priority,
        @Nullable StoryPoints storyPoints,
        Labels labels,
        @Nullable DueTime dueAt,
        TaskPlace place) {

    /** A task of which only the title is known: pending, of medium priority. */
    public static TaskDetails titled(TaskTitle title) {
        return new TaskDetails(
                title, null, TaskStatus.PENDING, TaskPriority.MEDIUM, null, Labels.NONE, null, TaskPlace.NONE);
    }
}
