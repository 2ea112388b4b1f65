package dev.muster.web.task;

import dev.muster.application.task.ChangeTask;
import dev.muster.application.task.CreateTask;
import dev.muster.application.task.DeleteTask;
import dev.muster.application.task.RestoreTask;
import dev.muster.application.task.TaskQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own tasks. Someone else's answer 404, like those that do not exist. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Tasks")
@Controller("/v1/tasks")
@ExecuteOn(Workers.DATABASE)
final class TaskController {

    private final CreateTask createTask;
    private final TaskQueries queries;
    private final ChangeTask changeTask;
    private final DeleteTask deleteTask;
    private final RestoreTask restoreTask;

    TaskController(
            CreateTask createTask,
            TaskQueries queries,
            ChangeTask changeTask,
            DeleteTask deleteTask,
            RestoreTask restoreTask) {
        this.createTask = createTask;
        this.queries = queries;
        this.changeTask = changeTask;
        this.deleteTask = deleteTask;
        this.restoreTask = restoreTask;
    }

    /**
     * Makes a task. In a project it gets the next key. 422 names every value that is wrong: parent_not_found, too_deep,
     * project_not_found among them.
     *
     * @return the task, with its Location and ETag
     */
    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<TaskResponse> createTask(@Parameter(hidden = true) Principal principal, @Body TaskRequest task) {
        Task created = createTask.create(principal.user(), task.details());
        return HttpResponse.created(TaskResponse.from(created))
                .header(HttpHeaders.LOCATION, "/v1/tasks/" + created.id())
                .header(HttpHeaders.ETAG, EntityTag.of(created.version()));
    }

    /**
     * Reads a task that is not in the trash. If-None-Match is honoured.
     *
     * @param id the id or the key of the task
     * @return the task, with its ETag
     */
    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "the task, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TaskResponse.class)))
    @ApiResponse(responseCode = "304", description = "the task has the version that If-None-Match names")
    HttpResponse<TaskResponse> readTask(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        Task task = queries.require(principal.user(), TaskReferences.of(id));
        return EntityTag.answer(request, task.version(), TaskResponse.from(task));
    }

    /**
     * Changes a task by a JSON Merge Patch (RFC 7396): what is absent stays, null clears. In another project
     * it gets another key; its parts go with it below another task. 409 task_blocked if it would be completed while it
     * waits for another; 422 parent_cycle for a place below itself.
     *
     * @param id the id or the key of the task
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the task has another by now
     * @return the task as it is now, with its ETag
     */
    @Patch("/{id}")
    @Consumes({JsonBodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    HttpResponse<TaskResponse> changeTask(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body TaskRequest task) {
        UserId owner = principal.user();
        TaskReference reference = TaskReferences.of(id);
        Long expected = expectedVersion(owner, reference, ifMatch);
        Task changed = changeTask.change(owner, reference, expected, task::applyTo);
        return HttpResponse.ok(TaskResponse.from(changed)).header(HttpHeaders.ETAG, EntityTag.of(changed.version()));
    }

    /**
     * Puts a task into the trash. Its parts stay, and what waits for it waits no longer.
     *
     * @param id the id or the key of the task
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the task has another by now
     * @return nothing
     */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> deleteTask(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        TaskReference task = TaskReferences.of(id);
        deleteTask.delete(principal.user(), task, expectedVersion(principal.user(), task, ifMatch));
        return HttpResponse.noContent();
    }

    /**
     * Takes a task out of the trash. 409 task_not_deleted if it is not there.
     *
     * @param id the id or the key of the task
     * @return the task as it is now, with its ETag
     */
    @Post("/{id}/restore")
    HttpResponse<TaskResponse> restoreTask(@Parameter(hidden = true) Principal principal, String id) {
        Task restored = restoreTask.restore(principal.user(), TaskReferences.of(id));
        return HttpResponse.ok(TaskResponse.from(restored)).header(HttpHeaders.ETAG, EntityTag.of(restored.version()));
    }

    private @Nullable Long expectedVersion(UserId owner, TaskReference task, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(owner, task).version());
    }
}
