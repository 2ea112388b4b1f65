package dev.muster.application.template;

import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.template.DatabaseTemplate;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads of one's own templates, and of the one that comes with Muster. */
public final class TemplateQueries {

    private final UnitOfWork unitOfWork;
    private final TaskTemplates templates;

    public TemplateQueries(UnitOfWork unitOfWork, TaskTemplates templates) {
        this.unitOfWork = unitOfWork;
        this.templates = templates;
    }

    /**
     * A template.
     *
     * @throws NotFound with TEMPLATE_NOT_FOUND
     */
    public TaskTemplate require(UserId owner, TemplateName name) {
        if (name.isBuiltIn()) {
            return DatabaseTemplate.of(owner);
        }
        return unitOfWork
                .read(owner.asActor(), () -> templates.find(owner, name))
                .orElseThrow(
                        () -> new NotFound(TemplateError.TEMPLATE_NOT_FOUND, "There is no template of this name."));
    }

    /** One page, by name; the template that comes with Muster has its place among them. */
    public Page<TaskTemplate> findPage(UserId owner, PageRequest<TemplateName> page) {
        Page<TaskTemplate> own = unitOfWork.read(owner.asActor(), () -> templates.findPage(owner, page));
        TaskTemplate builtIn = DatabaseTemplate.of(owner);
        TemplateName after = page.after();
        boolean isBefore = after != null && builtIn.name().compareTo(after) <= 0;
        boolean isBehind =
                own.hasMore() && builtIn.name().compareTo(own.items().getLast().name()) > 0;
        if (isBefore || isBehind) {
            return own;
        }
        List<TaskTemplate> both = Stream.concat(own.items().stream(), Stream.of(builtIn))
                .sorted(Comparator.comparing(TaskTemplate::name))
                .toList();
        Page<TaskTemplate> cut = Page.of(both, page.limit());
        return new Page<>(cut.items(), cut.hasMore() || own.hasMore());
    }

    /** How many there are in all pages. */
    public long count(UserId owner) {
        return unitOfWork.read(owner.asActor(), () -> templates.count(owner)) + 1;
    }
}
