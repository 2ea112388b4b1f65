package dev.muster.domain.template;

import dev.muster.domain.user.UserId;
import java.time.Instant;

/**
 * A template of a person, or their view of the one that comes with Muster. Times in microseconds.
 *
 * @param name unique among the owner's, never changed
 * @param version 1 at first, one more with every change
 */
public record TaskTemplate(
        TemplateName name, UserId owner, TemplateContent content, Instant createdAt, Instant updatedAt, long version) {

    public static final int MAX_PER_PERSON = 100;

    /** A template made now. */
    public static TaskTemplate created(TemplateName name, UserId owner, TemplateContent content, Instant now) {
        return new TaskTemplate(name, owner, content, now, now, 1);
    }

    /** The template with other content. */
    public TaskTemplate with(TemplateContent changed, Instant now) {
        return new TaskTemplate(name, owner, changed, createdAt, now, version + 1);
    }
}
