package dev.muster.domain.template;

import dev.muster.domain.schema.EntityFinder;
import dev.muster.domain.schema.SchemaComplexity;
import dev.muster.domain.schema.SchemaDraft;
import dev.muster.domain.shared.Text;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * The template that comes with Muster: from a story it works out the task for its database (requirement C5), with the
 * schema that the story names, and points for the size of that.
 */
public final class DatabaseTemplate {

    /** What stands behind the title of the story. */
    public static final String SUFFIX = " - DB";

    private static final Labels LABELS =
            new Labels(List.of("database", "schema", "postgresql", "migration", "optimization"));

    private static final TemplateContent CONTENT = new TemplateContent(
            "{{" + Placeholder.STORY_TITLE.code() + "}}" + SUFFIX, DatabaseDescription.outline(), null, null, LABELS);

    /** When it came. */
    private static final Instant SINCE = Instant.parse("2026-11-21T00:00:00Z");

    private DatabaseTemplate() {}

    /** The template as a person sees it: as if it were theirs. */
    public static TaskTemplate of(UserId owner) {
        return TaskTemplate.created(TemplateName.DATABASE, owner, CONTENT, SINCE);
    }

    /** The task that it makes of a story, of the story's priority. */
    public static TaskDetails draft(Story story) {
        SchemaDraft schema = EntityFinder.find(story.title(), story.description());
        return TaskDraft.details(
                story,
                Text.excerpt(story.title(), TaskTitle.MAX_LENGTH - SUFFIX.length())
                                .strip()
                        + SUFFIX,
                DatabaseDescription.of(story, schema),
                null,
                SchemaComplexity.of(schema).points(),
                LABELS);
    }
}
