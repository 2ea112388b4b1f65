package dev.muster.formats.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.template.Placeholder;
import dev.muster.domain.template.TemplateRenderer;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * JMustache, kept to what patterns may have. Values are texts, so a section comes once or not at all, and nothing but
 * placeholders is asked for, so that the library looks into no object.
 */
@Singleton
final class MustacheTemplateRenderer implements TemplateRenderer {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).defaultValue("");

    @Override
    public void check(String pattern) {
        try {
            COMPILER.compile(pattern).visit(new PlaceholdersOnly());
        } catch (MustacheException | IndexOutOfBoundsException malformed) {
            // The second is what it makes of an empty tag.
            throw unreadable();
        }
    }

    @Override
    public String render(String pattern, Map<Placeholder, String> values, int maxLength) {
        Template template = COMPILER.compile(pattern);
        var written = new BoundedWriter(maxLength);
        try {
            template.execute(tree(values), written);
        } catch (BoundedWriter.FullException full) {
            return written.toString();
        }
        return written.toString();
    }

    /** Names with a point lead from one map into another. */
    private static Map<String, Object> tree(Map<Placeholder, String> values) {
        Map<String, Object> tree = new HashMap<>();
        for (Placeholder placeholder : Placeholder.values()) {
            String value = values.getOrDefault(placeholder, "");
            String[] steps = placeholder.code().split("\\.", 2);
            if (steps.length == 1) {
                tree.put(steps[0], value);
            } else {
                branch(tree, steps[0]).put(steps[1], value);
            }
        }
        return tree;
    }

    @SuppressWarnings("unchecked") // Nothing else is put below a name with a point.
    private static Map<String, Object> branch(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.computeIfAbsent(name, step -> new HashMap<String, Object>());
    }

    private static Invalid unreadable() {
        return Invalid.value(
                FieldError.INVALID_FORMAT, "must be a Mustache pattern of variables and sections, each closed");
    }
}
