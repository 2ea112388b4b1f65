package dev.muster.web.task;

import dev.muster.application.task.ApplyTaskBatch;
import dev.muster.application.task.TaskBatch;
import dev.muster.domain.session.Principal;
import dev.muster.domain.task.Task;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Workers;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Several of one's own tasks at once. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Tasks")
@Controller("/v1/tasks/batch")
@ExecuteOn(Workers.DATABASE)
final class TaskBatchController {

    private final ApplyTaskBatch applyTaskBatch;

    TaskBatchController(ApplyTaskBatch applyTaskBatch) {
        this.applyTaskBatch = applyTaskBatch;
    }

    /**
     * Makes, changes and deletes tasks in the given order, all of them or none. What fails is answered as it would be by
     * itself, such as 404 task_not_found, 409 task_blocked or 412 stale_version, and errors name the operation.
     *
     * @return what each operation came to, in the same order
     */
    @Post
    TaskBatchResponse applyTaskBatch(@Parameter(hidden = true) Principal principal, @Body TaskBatchRequest request) {
        TaskBatch batch = request.batch();
        List<Task> tasks = applyTaskBatch.apply(principal.user(), batch);
        return TaskBatchResponse.from(batch.operations(), tasks);
    }
}
