package dev.muster.application.template;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;

/** The rule of what comes with Muster: nobody changes it. */
final class BuiltIn {

    private BuiltIn() {}

    /** @throws Conflict with TEMPLATE_BUILT_IN for the name of such a template */
    static void requireOther(TemplateName name) {
        if (name.isBuiltIn()) {
            throw new Conflict(TemplateError.TEMPLATE_BUILT_IN, "The template comes with Muster and stays as it is.");
        }
    }
}
