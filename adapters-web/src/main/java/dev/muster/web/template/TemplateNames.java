package dev.muster.web.template;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.web.shared.WireNames;

/** What stands for templates, and for what they have. */
final class TemplateNames {

    static final WireNames<TaskPriority> PRIORITY = new WireNames<>(TaskPriority.class);

    private TemplateNames() {}

    /**
     * The name in a path.
     *
     * @throws NotFound if no template can have it
     */
    static TemplateName of(String text) {
        try {
            return new TemplateName(text);
        } catch (Invalid nobodys) {
            throw new NotFound(TemplateError.TEMPLATE_NOT_FOUND, "There is no template of this name.");
        }
    }
}
