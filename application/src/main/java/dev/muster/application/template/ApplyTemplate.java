package dev.muster.application.template;

import dev.muster.application.shared.Stamps;
import dev.muster.application.task.CreateTask;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.template.DatabaseTemplate;
import dev.muster.domain.template.Infrastructure;
import dev.muster.domain.template.Story;
import dev.muster.domain.template.TaskDraft;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.template.TemplateRenderer;
import dev.muster.domain.user.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a task from a story by a template, once (requirement C5). */
public final class ApplyTemplate {

    private final UnitOfWork unitOfWork;
    private final Stories stories;
    private final Made made;
    private final TemplateRenderer renderer;
    private final Stamps stamps;

    public ApplyTemplate(UnitOfWork unitOfWork, Stories stories, Made made, TemplateRenderer renderer, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.stories = stories;
        this.made = made;
        this.renderer = renderer;
        this.stamps = stamps;
    }

    /** How tasks are made, and what is known of those that were. */
    public record Made(TemplateQueries queries, TaskTemplates templates, CreateTask createTask) {}

    /**
     * What was made.
     *
     * @param warnings what the task has to wait for, a sentence each; only of the template that comes with Muster
     */
    public record Outcome(Task task, List<String> warnings) {

        public Outcome {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The new task is a part of the story, in its project.
     *
     * @throws dev.muster.domain.shared.NotFound with TASK_NOT_FOUND and {@code similar} keys if there is no such story,
     *     with TEMPLATE_NOT_FOUND
     * @throws Conflict with TEMPLATE_ALREADY_APPLIED and that {@code task}, unless that is in the trash
     * @throws dev.muster.domain.shared.Invalid with TOO_DEEP if the story is a part of parts already, with REQUIRED at
     *     {@code /template} if the template gives no title for this story
     */
    public Outcome apply(UserId owner, TaskReference reference, TemplateName name) {
        return unitOfWork.write(owner.asActor(), () -> {
            stories.lock(owner);
            Task story = stories.require(owner, reference);
            TaskTemplate template = made.queries().require(owner, name);
            made.templates()
                    .findApplication(owner, story.id(), name)
                    .flatMap(before -> stories.findMade(owner, before))
                    .ifPresent(before -> {
                        throw alreadyMade(before);
                    });
            return make(stories.around(story), template);
        });
    }

    private Outcome make(Story story, TaskTemplate template) {
        boolean builtIn = template.name().isBuiltIn();
        TaskDetails details = builtIn
                ? DatabaseTemplate.draft(story)
                : TaskDraft.of(story, template.content(), renderer, stamps.now());
        List<String> warnings = builtIn ? Infrastructure.warnings(story, stories.infrastructure(story)) : List.of();
        UserId owner = template.owner();
        Task task = made.createTask().create(owner, details);
        made.templates().recordApplication(owner, story.task().id(), template.name(), task.id());
        return new Outcome(task, warnings);
    }

    private static RuntimeException alreadyMade(Task before) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", before.id().toString());
        told.put("key", before.key() == null ? null : before.key().toString());
        return new Conflict(
                        TemplateError.TEMPLATE_ALREADY_APPLIED, "The template has made its task of this story already.")
                .with("task", told);
    }
}
