package dev.muster.web.task;

import dev.muster.application.task.TaskOperation;
import dev.muster.domain.task.Task;
import dev.muster.web.task.TaskBatchRequest.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch came to.
 *
 * @param results one of each operation, in their order
 */
@Schema(name = "TaskBatch")
public record TaskBatchResponse(List<Result> results) {

    public TaskBatchResponse {
        results = List.copyOf(results);
    }

    /**
     * What one operation came to.
     *
     * @param op what it did
     * @param id of the task
     * @param task as it is in the end, or null if it was deleted
     */
    @Schema(name = "TaskBatchResult")
    public record Result(
            @Schema(
                    allowableValues = {"create", "update", "delete"},
                    example = "update")
            String op,

            @Schema(example = "01961b2c-7a10-7c3e-9d4f-5a6b7c8d9e0f")
            UUID id,

            @Nullable TaskResponse task) {

        private static Result from(TaskOperation operation, Task task) {
            Kind kind = switch (operation) {
                case TaskOperation.Create create -> Kind.CREATE;
                case TaskOperation.Change change -> Kind.UPDATE;
                case TaskOperation.Delete delete -> Kind.DELETE;
            };
            return new Result(
                    TaskBatchRequest.KINDS.of(kind),
                    task.id().value(),
                    kind == Kind.DELETE ? null : TaskResponse.from(task));
        }
    }

    static TaskBatchResponse from(List<TaskOperation> operations, List<Task> tasks) {
        List<Result> results = new ArrayList<>(tasks.size());
        for (int i = 0; i < tasks.size(); i++) {
            results.add(Result.from(operations.get(i), tasks.get(i)));
        }
        return new TaskBatchResponse(results);
    }
}
