package dev.muster.web.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
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
 * @param blocked whether it is open and a task that it waits for is not done: neither completed nor cancelled nor in the
 *     trash
 * @param blockedBy the tasks that it waits for
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param completedAt since when it is completed, or null
 * @param deletedAt since when it is in the trash, or null
 * @param version one more with every change; also its entity tag
 */
@Schema(name = "Task")
public record TaskResponse(
        @Schema(example = "01961b2c-7a10-7c3e-9d4f-5a6b7c8d9e0f")
        UUID id,

        @Schema(example = "KAN-15") @Nullable String key,
        @Schema(example = PROJECT) @Nullable UUID projectId,
        @Schema(example = PARENT) @Nullable UUID parentId,
        @Schema(example = "Write the report") String title,

        @Schema(example = "For the board, two pages.") @Nullable String description,

        @Schema(
                allowableValues = {"pending", "in_progress", "completed", "cancelled"},
                example = "pending")
        String status,

        @Schema(
                allowableValues = {"low", "medium", "high", "urgent"},
                example = "medium")
        String priority,

        @Schema(example = "3") @Nullable Integer storyPoints,
        @Schema(example = "[\"report\"]") List<String> labels,
        @Schema(example = "2030-01-31T12:00:00Z") @Nullable Instant dueAt,
        @Schema(example = "true") boolean blocked,

        @Schema(example = "[\"01961b2c-7a00-7b21-8c3d-4e5f60718293\"]")
        List<UUID> blockedBy,

        @Schema(example = "2025-04-09T08:15:30.123456Z") Instant createdAt,
        @Schema(example = "2025-04-09T08:15:30.123456Z") Instant updatedAt,

        @Schema(example = "2025-04-10T16:00:00.5Z") @Nullable Instant completedAt,

        @Schema(example = "2025-04-11T09:00:00Z") @Nullable Instant deletedAt,
        @Schema(example = "1") long version) {

    static final String PROJECT = "01961b2c-6f00-7a5b-8c6d-7e8f90a1b2c3";
    static final String PARENT = "01961b2c-79f0-7d8e-8f01-23456789abcd";

    public TaskResponse {
        labels = List.copyOf(labels);
        blockedBy = List.copyOf(blockedBy);
    }

    public static TaskResponse from(Task task) {
        TaskDetails details = task.details();
        TaskKey key = task.key();
        ProjectId project = details.place().project();
        TaskId parent = details.place().parent();
        TaskDescription description = details.description();
        StoryPoints points = details.storyPoints();
        DueTime due = details.dueAt();
        return new TaskResponse(
                task.id().value(),
                key == null ? null : key.toString(),
                project == null ? null : project.value(),
                parent == null ? null : parent.value(),
                details.title().value(),
                description == null ? null : description.value(),
                TaskNames.STATUS.of(details.status()),
                TaskNames.PRIORITY.of(details.priority()),
                points == null ? null : points.value(),
                details.labels().values(),
                due == null ? null : due.value(),
                task.isBlocked(),
                task.blockers().tasks().stream().map(TaskId::value).toList(),
                task.createdAt(),
                task.updatedAt(),
                task.completedAt(),
                task.deletedAt(),
                task.version());
    }
}
