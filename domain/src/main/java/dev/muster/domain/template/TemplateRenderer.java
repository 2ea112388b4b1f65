package dev.muster.domain.template;

import java.util.Map;

/**
 * Fills patterns, which have the syntax of Mustache: <code>{{story.title}}</code> stands for a value as it is, without any
 * escaping, and <code>{{#story.key}}...{{/story.key}}</code> is there only if the value is not empty,
 * <code>{{^story.key}}...{{/story.key}}</code> only if it is. Nothing else of Mustache is known: a pattern reaches the values
 * and no more, and takes a time that grows with its length alone.
 */
public interface TemplateRenderer {

    /**
     * Checks a pattern that is to be stored.
     *
     * @throws dev.muster.domain.shared.Invalid with INVALID_FORMAT if it is malformed or has a part that is not known here,
     *     with {@link TemplateError#UNKNOWN_PLACEHOLDER} if it names something that is no {@link Placeholder}
     */
    void check(String pattern);

    /**
     * Fills a pattern that {@link #check} let pass.
     *
     * @param values by placeholder; what is missing is empty
     * @param maxLength how many characters of the text are kept
     */
    String render(String pattern, Map<Placeholder, String> values, int maxLength);
}
