package dev.muster.domain.template;

import dev.muster.domain.schema.SchemaDraft;
import dev.muster.domain.task.Task;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The section of what hangs together: the task requires what its story waits for, is blocked by what of that is open,
 * provides the tables to the story and to those that wait for it, and blocks them until it is done.
 */
final class DependencySection {

    /** Of each kind, so that there is room for the rest. */
    private static final int MOST = 15;

    private static final int TITLE = 80;

    private DependencySection() {}

    static void write(Markdown text, Story story, SchemaDraft told) {
        text.section("Dependencies");
        list(
                text,
                "Requires",
                story.blockers().stream().map(DependencySection::withStatus).toList());
        String tables = told.isEmpty() ? "the schema" : "the tables " + SchemaSections.tables(told);
        text.subsection("Provides").items(List.of(tables + " for " + named(story.task())));
        list(
                text,
                "Blocks",
                Stream.concat(Stream.of(story.task()), story.waiting().stream())
                        .map(DependencySection::named)
                        .toList());
        list(
                text,
                "Blocked by",
                story.openBlockers().stream().map(DependencySection::named).toList());
    }

    private static void list(Markdown text, String title, List<String> items) {
        text.subsection(title);
        if (items.isEmpty()) {
            text.paragraph("Nothing.");
        } else if (items.size() <= MOST) {
            text.items(items);
        } else {
            text.items(Stream.concat(items.stream().limit(MOST), Stream.of("and " + (items.size() - MOST) + " more"))
                    .toList());
        }
    }

    private static String withStatus(Task task) {
        return named(task) + " ("
                + task.details().status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    private static String named(Task task) {
        return Story.nameOf(task) + ": "
                + Markdown.inline(task.details().title().value(), TITLE);
    }
}
