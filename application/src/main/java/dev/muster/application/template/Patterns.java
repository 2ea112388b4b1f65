package dev.muster.application.template;

import dev.muster.domain.shared.Violations;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateRenderer;

/** The rule of patterns: what is stored can be filled. */
public final class Patterns {

    private final TemplateRenderer renderer;

    public Patterns(TemplateRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * @throws dev.muster.domain.shared.Invalid at {@code /title} and {@code /description}, with UNKNOWN_PLACEHOLDER or
     *     INVALID_FORMAT
     */
    void require(TemplateContent content) {
        var check = new Violations();
        check("/title", content.title(), check);
        String description = content.description();
        if (description != null) {
            check("/description", description, check);
        }
        check.throwIfAny();
    }

    private void check(String pointer, String pattern, Violations check) {
        check.check(pointer, pattern, () -> {
            renderer.check(pattern);
            return pattern;
        });
    }
}
