package dev.muster.formats.template;

import com.samskivert.mustache.Mustache;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.template.Placeholder;
import dev.muster.domain.template.TemplateError;

/** Goes through a pattern and refuses what is no placeholder, and what would bring in text from elsewhere. */
final class PlaceholdersOnly implements Mustache.Visitor {

    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
        requireKnown(name);
    }

    @Override
    public boolean visitSection(String name) {
        requireKnown(name);
        return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        requireKnown(name);
        return true;
    }

    @Override
    public boolean visitInclude(String name) {
        throw partial();
    }

    @Override
    public boolean visitParent(String name) {
        throw partial();
    }

    @Override
    public boolean visitBlock(String name) {
        throw partial();
    }

    private static void requireKnown(String name) {
        if (Placeholder.of(name).isEmpty()) {
            throw Invalid.value(
                    TemplateError.UNKNOWN_PLACEHOLDER,
                    "must have no placeholders but " + String.join(", ", Placeholder.codes()));
        }
    }

    private static Invalid partial() {
        return Invalid.value(FieldError.INVALID_FORMAT, "must not have partials, parents or blocks");
    }
}
