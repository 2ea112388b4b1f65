package dev.muster.web.task;

import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskTitle;
import dev.muster.web.shared.MergePatch;
import dev.muster.web.shared.Timestamps;
import dev.muster.web.shared.Uuids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new task, or a change of one as a JSON Merge Patch (RFC 7396): what is absent stays as it is, null clears.
 *
 * @param title one line of 1 to 200 characters; needed for a new task, never null
 * @param description any text of at most 20 000 characters
 * @param status never null; pending for a new task
 * @param priority never null; medium for a new task
 * @param dueAt until when it is to be done (RFC 3339, any offset)
 * @param storyPoints its size, 0 to 1000
 * @param labels at most 20, each one line of 1 to 50 characters; null leaves none
 * @param projectId the project it belongs to, which gives it its key
 * @param parentId the task that it is a part of, never one of its own parts
 */
public record TaskRequest(
        @Schema(nullable = false, minLength = 1, maxLength = TaskTitle.MAX_LENGTH, example = "Write the report")
        @Nullable Optional<String> title,

        @Schema(nullable = true, maxLength = TaskDescription.MAX_LENGTH, example = "For the board, two pages.")
        @Nullable Optional<String> description,

        @Schema(
                nullable = false,
                allowableValues = {"pending", "in_progress", "completed", "cancelled"},
                example = "pending")
        @Nullable Optional<String> status,

        @Schema(
                nullable = false,
                allowableValues = {"low", "medium", "high", "urgent"},
                example = "medium")
        @Nullable Optional<String> priority,

        @Schema(nullable = true, format = "date-time", example = "2030-01-31T12:00:00Z") @Nullable Optional<String> dueAt,

        @Schema(nullable = true, minimum = "0", maximum = "1000", example = "3") @Nullable Optional<Integer> storyPoints,

        @Schema(nullable = true, example = "[\"report\"]") @Nullable Optional<List<String>> labels,

        @Schema(nullable = true, format = "uuid", example = TaskResponse.PROJECT) @Nullable Optional<String> projectId,

        @Schema(nullable = true, format = "uuid", example = TaskResponse.PARENT) @Nullable Optional<String> parentId) {

    /** Stands for a title that is not there, until that is told. */
    private static final TaskTitle UNTITLED = new TaskTitle("-");

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    TaskDetails details() {
        var patch = new MergePatch();
        if (title == null) {
            patch.violations().add("/title", FieldError.REQUIRED, "must be given");
        }
        return apply(patch, TaskDetails.titled(UNTITLED));
    }

    /**
     * The details with this change.
     *
     * @throws dev.muster.domain.shared.Invalid with everything that is wrong
     */
    TaskDetails applyTo(TaskDetails current) {
        return apply(new MergePatch(), current);
    }

    private TaskDetails apply(MergePatch patch, TaskDetails current) {
        var wanted = new TaskDetails(
                patch.required("/title", title, current.title(), TaskTitle::new),
                patch.optional("/description", description, current.description(), TaskDescription::new),
                patch.required("/status", status, current.status(), TaskNames.STATUS::parse),
                patch.required("/priority", priority, current.priority(), TaskNames.PRIORITY::parse),
                patch.optional("/story_points", storyPoints, current.storyPoints(), StoryPoints::new),
                Objects.requireNonNullElse(
                        patch.optional("/labels", labels, current.labels(), Labels::new), Labels.NONE),
                patch.optional("/due_at", dueAt, current.dueAt(), text -> new DueTime(Timestamps.parse(text))),
                new TaskPlace(
                        patch.optional("/project_id", projectId, current.place().project(), TaskRequest::project),
                        patch.optional("/parent_id", parentId, current.place().parent(), TaskRequest::parent)));
        patch.finish();
        return wanted;
    }

    /** What is no id is the id of nothing. */
    private static ProjectId project(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw Invalid.value(ProjectError.PROJECT_NOT_FOUND, "must be the id of one of your projects");
        }
        return new ProjectId(id);
    }

    private static TaskId parent(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw Invalid.value(TaskError.PARENT_NOT_FOUND, "must be the id of one of your tasks");
        }
        return new TaskId(id);
    }
}
