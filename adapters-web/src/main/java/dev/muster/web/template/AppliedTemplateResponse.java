package dev.muster.web.template;

import dev.muster.application.template.ApplyTemplate;
import dev.muster.web.task.TaskResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a template made of a story.
 *
 * @param task a part of the story, in its project
 * @param warnings what the task has to wait for, a sentence each
 */
@Schema(name = "AppliedTaskTemplate")
public record AppliedTemplateResponse(
        TaskResponse task,

        @Schema(example = "[\"The story waits for KAN-3, which is not done: Set up PostgreSQL\"]")
        List<String> warnings) {

    public AppliedTemplateResponse {
        warnings = List.copyOf(warnings);
    }

    static AppliedTemplateResponse from(ApplyTemplate.Outcome outcome) {
        return new AppliedTemplateResponse(TaskResponse.from(outcome.task()), outcome.warnings());
    }
}
