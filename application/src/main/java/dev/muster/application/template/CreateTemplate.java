package dev.muster.application.template;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;

/** Makes a template of one's own (requirement C5). */
public final class CreateTemplate {

    private final UnitOfWork unitOfWork;
    private final TaskTemplates templates;
    private final TaskGraph graph;
    private final Patterns patterns;
    private final Stamps stamps;

    public CreateTemplate(
            UnitOfWork unitOfWork, TaskTemplates templates, TaskGraph graph, Patterns patterns, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.templates = templates;
        this.graph = graph;
        this.patterns = patterns;
        this.stamps = stamps;
    }

    /**
     * @throws dev.muster.domain.shared.Invalid at {@code /title} or {@code /description}, as {@link Patterns} say
     * @throws Conflict with TEMPLATE_BUILT_IN for the name of the template that comes with Muster, TEMPLATE_EXISTS for that
     *     of another of the owner's, TOO_MANY_TEMPLATES if there is room for no more
     */
    public TaskTemplate create(UserId owner, TemplateName name, TemplateContent content) {
        BuiltIn.requireOther(name);
        patterns.require(content);
        TaskTemplate template = TaskTemplate.created(name, owner, content, stamps.now());
        return unitOfWork.write(owner.asActor(), () -> {
            // Who makes templates at once is counted one by one.
            graph.lock(owner);
            if (templates.count(owner) >= TaskTemplate.MAX_PER_PERSON) {
                throw new Conflict(
                        TemplateError.TOO_MANY_TEMPLATES,
                        "A person has at most " + TaskTemplate.MAX_PER_PERSON + " templates.");
            }
            templates.insert(template);
            return template;
        });
    }
}
