package dev.muster.web.task;

import dev.muster.application.task.TaskBatch;
import dev.muster.application.task.TaskOperation;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Violations;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.WireNames;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done together.
 *
 * @param operations 1 to 100, each about another task, in the order in which they are done
 */
public record TaskBatchRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
        @ArraySchema(minItems = 1, maxItems = TaskBatch.MAX_OPERATIONS)
        @Nullable List<Operation> operations) {

    /** What an operation does. */
    enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    static final WireNames<Kind> KINDS = new WireNames<>(Kind.class);

    /**
     * One of them.
     *
     * @param op what it does
     * @param id of the task; not of one that is made
     * @param version that the task has to have, or null for any; as the header If-Match
     * @param task the new task, or the change as a JSON Merge Patch (RFC 7396); not of one that is deleted
     */
    @Schema(name = "TaskOperationRequest")
    public record Operation(
            @Schema(
                    nullable = false,
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"create", "update", "delete"},
                    example = "update")
            @Nullable String op,

            @Schema(format = "uuid", nullable = true, example = "01961b2c-7a10-7c3e-9d4f-5a6b7c8d9e0f") @Nullable String id,

            @Schema(nullable = true, example = "1") @Nullable Long version,

            @Schema(nullable = true) @Nullable TaskRequest task) {

        private TaskOperation read() {
            var members = new Members();
            Kind kind = members.read("/op", op, KINDS::parse);
            TaskOperation operation = switch (kind) {
                case null -> null;
                case CREATE -> create(members);
                case UPDATE -> update(members);
                case DELETE -> delete(members);
            };
            members.finish();
            return Objects.requireNonNull(operation);
        }

        private @Nullable TaskOperation create(Members members) {
            members.refuse("/id", id);
            members.refuse("/version", version);
            TaskDetails details = members.read("/task", task, TaskRequest::details);
            return details == null ? null : new TaskOperation.Create(details);
        }

        private @Nullable TaskOperation update(Members members) {
            TaskId named = members.read("/id", id, Operation::taskId);
            TaskRequest change = members.read("/task", task, given -> given);
            return named == null || change == null ? null : new TaskOperation.Change(named, version, change::applyTo);
        }

        private @Nullable TaskOperation delete(Members members) {
            members.refuse("/task", task);
            TaskId named = members.read("/id", id, Operation::taskId);
            return named == null ? null : new TaskOperation.Delete(named, version);
        }

        private static TaskId taskId(String text) {
            UUID id = Uuids.parse(text);
            if (id == null) {
                throw Invalid.value(FieldError.INVALID_FORMAT, "must be the id of a task");
            }
            return new TaskId(id);
        }
    }

    /** @throws Invalid with everything that is wrong */
    TaskBatch batch() {
        var members = new Members();
        TaskBatch batch = members.read("/operations", operations, TaskBatchRequest::read);
        members.finish();
        return Objects.requireNonNull(batch);
    }

    private static TaskBatch read(List<Operation> operations) {
        TaskBatch.requireCount(operations.size());
        var check = new Violations();
        List<TaskOperation> read = new ArrayList<>(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            TaskOperation operation = check.<@Nullable TaskOperation>check("/" + i, null, operations.get(i)::read);
            if (operation != null) {
                read.add(operation);
            }
        }
        check.throwIfAny();
        return new TaskBatch(read);
    }
}
