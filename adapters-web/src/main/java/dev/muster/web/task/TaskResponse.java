package dev.muster.web.task;

import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param id a UUIDv7
 * @param key short name inside its project, or null
 * @param projectId the project it belongs to, or null
 * @param parentId the task that it is a part of, or null
 * @param title one line
 * @param description any text, or null
 * @param status how far it is
 * @param priority how much it matters
 * @param storyPoints its size, 0 to 1000, or null
 * @param labels at most 20
 * @param dueAt until when it is to be done, or null
 * @param blocked whether a task that it waits for is not done
 * @param blockedBy the tasks that it waits for
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param completedAt since when it is completed, or null
 * @param deletedAt since when it is in the trash, or null
 * @param version one more with every change; also its entity tag
 */
@Schema(name = "Task")
public record TaskResponse(
        UUID id,
        @Nullable String key,
        @Nullable UUID projectId,
        @Nullable UUID parentId,
        @Schema(example = "Write the report") String title,
        @Nullable String description,

        @Schema(allowableValues = {"pending", "in_progress", "completed", "cancelled"})
        String status,

        @Schema(allowableValues = {"low", "medium", "high", "urgent"})
        String priority,

        @Nullable Integer storyPoints,
        List<String> labels,
        @Nullable Instant dueAt,
        boolean blocked,
        List<UUID> blockedBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        @Schema(example = "1") long version) {

    public TaskResponse {
        labels = List.copyOf(labels);
        blockedBy = List.copyOf(blockedBy);
    }

    static TaskResponse from(Task task) {
        TaskDetails details = task.details();
        TaskId parent = task.parent();
        TaskDescription description = details.description();
        StoryPoints points = details.storyPoints();
        DueTime due = details.dueAt();
        return new TaskResponse(
                task.id().value(),
                null,
                null,
                parent == null ? null : parent.value(),
                details.title().value(),
                description == null ? null : description.value(),
                TaskNames.STATUS.of(details.status()),
                TaskNames.PRIORITY.of(details.priority()),
                points == null ? null : points.value(),
                details.labels().values(),
                due == null ? null : due.value(),
                false,
                List.of(),
                task.createdAt(),
                task.updatedAt(),
                task.completedAt(),
                task.deletedAt(),
                task.version());
    }
}
