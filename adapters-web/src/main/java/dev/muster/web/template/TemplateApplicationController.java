package dev.muster.web.template;

import dev.muster.application.template.ApplyTemplate;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.template.TemplateName;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Workers;
import dev.muster.web.task.TaskReferences;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Tasks that templates make of one's own stories. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Tasks")
@Controller("/v1/tasks/{id}/tasks-from-template")
@ExecuteOn(Workers.DATABASE)
final class TemplateApplicationController {

    private final ApplyTemplate applyTemplate;

    TemplateApplicationController(ApplyTemplate applyTemplate) {
        this.applyTemplate = applyTemplate;
    }

    /**
     * Makes a task from a story by a template: a part of the story, in its project. A template makes one task of a story.
     * 404 task_not_found has similar, a list of keys that might have been meant, and template_not_found has not; 409
     * template_already_applied has task, with the id and key of the one that there is; 422 too_deep for a part of parts.
     *
     * @param id the id or the key of the story, which is a task that is not in the trash
     * @return the task and warnings, with the task's Location
     */
    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<AppliedTemplateResponse> applyTemplate(
            @Parameter(hidden = true) Principal principal, String id, @Body ApplyTemplateRequest application) {
        TemplateName template = application.name();
        ApplyTemplate.Outcome outcome = applyTemplate.apply(principal.user(), story(id), template);
        return HttpResponse.created(AppliedTemplateResponse.from(outcome))
                .header(HttpHeaders.LOCATION, "/v1/tasks/" + outcome.task().id());
    }

    /** What is neither id nor key is like no other. */
    private static TaskReference story(String text) {
        try {
            return TaskReferences.of(text);
        } catch (NotFound neither) {
            throw neither.with("similar", List.of());
        }
    }
}
