package dev.muster.web.task;

import dev.muster.application.task.BlockTask;
import dev.muster.application.task.TaskQueries;
import dev.muster.application.task.UnblockTask;
import dev.muster.domain.session.Principal;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which of one's own tasks waits for which. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Tasks")
@Controller("/v1/tasks/{id}/blocked-by/{other}")
@ExecuteOn(Workers.DATABASE)
final class TaskBlockerController {

    private final TaskQueries queries;
    private final BlockTask blockTask;
    private final UnblockTask unblockTask;

    TaskBlockerController(TaskQueries queries, BlockTask blockTask, UnblockTask unblockTask) {
        this.queries = queries;
        this.blockTask = blockTask;
        this.unblockTask = unblockTask;
    }

    /**
     * Lets a task wait for another: it can't be completed before that is done. One that waits already stays as it is. 404
     * task_not_found if either is not there; 409 dependency_cycle if the other waits for it, directly or not, and
     * too_many_blockers beyond 50.
     *
     * @param id the id or the key of the task that waits
     * @param other the id or the key of the task that it waits for
     * @param ifMatch the version of the waiting task it is meant for, as an entity tag; 412 if it has another by now
     * @return nothing
     */
    @Put
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> blockTask(
            @Parameter(hidden = true) Principal principal,
            String id,
            String other,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UserId owner = principal.user();
        TaskReference task = TaskReferences.of(id);
        blockTask.block(owner, task, TaskReferences.of(other), expectedVersion(owner, task, ifMatch));
        return HttpResponse.noContent();
    }

    /**
     * Lets a task no longer wait for another; nothing happens if it doesn't. 404 task_not_found if either is not there.
     *
     * @param id the id or the key of the task that waits
     * @param other the id or the key of the task that it waits for, which may be in the trash
     * @param ifMatch the version of the waiting task it is meant for, as an entity tag; 412 if it has another by now
     * @return nothing
     */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> unblockTask(
            @Parameter(hidden = true) Principal principal,
            String id,
            String other,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UserId owner = principal.user();
        TaskReference task = TaskReferences.of(id);
        unblockTask.unblock(owner, task, TaskReferences.of(other), expectedVersion(owner, task, ifMatch));
        return HttpResponse.noContent();
    }

    private @Nullable Long expectedVersion(UserId owner, TaskReference task, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(owner, task).version());
    }
}
