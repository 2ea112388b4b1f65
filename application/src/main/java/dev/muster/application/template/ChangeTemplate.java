package dev.muster.application.template;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Gives a template other content (requirement C5). Tasks that it made stay as they are. */
public final class ChangeTemplate {

    private final UnitOfWork unitOfWork;
    private final TemplateQueries queries;
    private final TaskTemplates templates;
    private final Patterns patterns;
    private final Stamps stamps;

    public ChangeTemplate(
            UnitOfWork unitOfWork, TemplateQueries queries, TaskTemplates templates, Patterns patterns, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.templates = templates;
        this.patterns = patterns;
        this.stamps = stamps;
    }

    /**
     * A change that changes nothing leaves the version as it is.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @return the template as stored
     * @throws dev.muster.domain.shared.Invalid at {@code /title} or {@code /description}, as {@link Patterns} say
     * @throws dev.muster.domain.shared.NotFound with TEMPLATE_NOT_FOUND
     * @throws dev.muster.domain.shared.Conflict with TEMPLATE_BUILT_IN for the template that comes with Muster
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public TaskTemplate change(
            UserId owner, TemplateName name, @Nullable Long expectedVersion, TemplateContent content) {
        BuiltIn.requireOther(name);
        patterns.require(content);
        return Versions.changing(expectedVersion, () -> {
            TaskTemplate template = queries.require(owner, name);
            Versions.require(expectedVersion, template.version());
            return content.equals(template.content()) ? template : store(template.with(content, stamps.now()));
        });
    }

    private TaskTemplate store(TaskTemplate changed) {
        return unitOfWork.writeOne(changed.owner().asActor(), () -> {
            templates.update(changed);
            return changed;
        });
    }
}
