package dev.muster.application.template;

import dev.muster.application.shared.Versions;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Removes a template (requirement C5). Tasks that it made stay. */
public final class DeleteTemplate {

    private final UnitOfWork unitOfWork;
    private final TemplateQueries queries;
    private final TaskTemplates templates;

    public DeleteTemplate(UnitOfWork unitOfWork, TemplateQueries queries, TaskTemplates templates) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.templates = templates;
    }

    /**
     * @param expectedVersion the version that the caller knows, or null to remove whatever is there
     * @throws dev.muster.domain.shared.NotFound with TEMPLATE_NOT_FOUND
     * @throws dev.muster.domain.shared.Conflict with TEMPLATE_BUILT_IN for the template that comes with Muster
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public void delete(UserId owner, TemplateName name, @Nullable Long expectedVersion) {
        BuiltIn.requireOther(name);
        Versions.changing(expectedVersion, () -> {
            TaskTemplate template = queries.require(owner, name);
            Versions.require(expectedVersion, template.version());
            return unitOfWork.writeOne(owner.asActor(), () -> {
                templates.delete(template);
                return true;
            });
        });
    }
}
