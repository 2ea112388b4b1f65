package dev.muster.testkit.template;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import dev.muster.domain.template.Placeholder;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateRenderer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills patterns by a search for tags, without a library. */
public final class PlainTemplateRenderer implements TemplateRenderer {

    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/>&]?)\\s*([\\w.-]*)\\s*}}");

    @Override
    public void check(String pattern) {
        Deque<String> open = new ArrayDeque<>();
        TAG.matcher(pattern).results().forEach(tag -> {
            String name = tag.group(2);
            boolean known = !name.isEmpty() && !tag.group(1).equals(">");
            if (!known || (tag.group(1).equals("/") && !name.equals(open.poll()))) {
                throw unreadable();
            }
            if (Placeholder.of(name).isEmpty()) {
                throw Invalid.value(TemplateError.UNKNOWN_PLACEHOLDER, "must have known placeholders only");
            }
            if (tag.group(1).equals("#") || tag.group(1).equals("^")) {
                open.push(name);
            }
        });
        if (!open.isEmpty()) {
            throw unreadable();
        }
    }

    @Override
    public String render(String pattern, Map<Placeholder, String> values, int maxLength) {
        var text = new StringBuilder();
        Deque<Boolean> shown = new ArrayDeque<>();
        Matcher tag = TAG.matcher(pattern);
        int from = 0;
        while (tag.find()) {
            append(text, pattern.substring(from, tag.start()), shown);
            from = tag.end();
            String value = Placeholder.of(tag.group(2)).map(values::get).orElse("");
            switch (tag.group(1)) {
                case "#" -> shown.push(!value.isEmpty());
                case "^" -> shown.push(value.isEmpty());
                case "/" -> shown.pop();
                default -> append(text, value, shown);
            }
        }
        append(text, pattern.substring(from), shown);
        return Text.excerpt(text.toString(), maxLength);
    }

    private static void append(StringBuilder text, String part, Deque<Boolean> shown) {
        if (!shown.contains(false)) {
            text.append(part);
        }
    }

    private static Invalid unreadable() {
        return Invalid.value(FieldError.INVALID_FORMAT, "must be a pattern");
    }
}
