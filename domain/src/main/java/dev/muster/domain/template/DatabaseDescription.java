package dev.muster.domain.template;

import dev.muster.domain.schema.SchemaDraft;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskTitle;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The description of a database task (requirement C5), in Markdown. It always fits: when the schema is too large to be told
 * in full, the entities that were found last are left out, and it says so.
 */
final class DatabaseDescription {

    private static final List<String> SECTIONS = List.of(
            "Context",
            "Requirements",
            "Specification",
            "Schema",
            "Migration",
            "Performance",
            "Dependencies",
            "Integrity and Security",
            "Testing",
            "Acceptance Criteria",
            "Definition of Done");

    private DatabaseDescription() {}

    /** What the description of every database task has. */
    static String outline() {
        return "Worked out from the story, in Markdown, with these sections:\n\n"
                + SECTIONS.stream().map(section -> "- " + section + "\n").collect(Collectors.joining());
    }

    static TaskDescription of(Story story, SchemaDraft found) {
        int kept = found.entities().size();
        String text = write(story, found, found.first(kept));
        while (text.codePointCount(0, text.length()) > TaskDescription.MAX_LENGTH && kept > 0) {
            kept--;
            text = write(story, found, found.first(kept));
        }
        return new TaskDescription(text);
    }

    private static String write(Story story, SchemaDraft found, SchemaDraft told) {
        var text = new Markdown();
        context(text, story);
        SchemaSections.write(text, found, told);
        DependencySection.write(text, story, told);
        integrity(text);
        testing(text);
        text.section("Acceptance Criteria").checks(acceptance(told));
        text.section("Definition of Done")
                .checks(List.of(
                        "The migration is merged, has run on every environment and is in the history",
                        "Its rollback has been tried on a copy with data",
                        "All tests pass in the build",
                        "Schema and indexes are documented where the team looks for them",
                        "Someone else has reviewed the migration and its plan"));
        return text.toString();
    }

    private static void context(Markdown text, Story story) {
        text.section("Context")
                .paragraph("The database part of " + story.name() + ", "
                        + Markdown.inline(story.title(), TaskTitle.MAX_LENGTH) + ".");
        if (story.description().isBlank()) {
            text.paragraph("The story has no description.");
        } else {
            text.paragraph("The story says:").quote(story.description());
        }
    }

    private static void integrity(Markdown text) {
        text.section("Integrity and Security")
                .items(List.of(
                        "Every rule that the database can check is a constraint: not null, check, unique, foreign keys",
                        "For each foreign key decide what a deletion does: cascade, set null or refuse",
                        "The application's role gets the rights that it needs on the new tables, and no more",
                        "What a person owns is guarded by row-level security",
                        "Personal data is named, with how long it is kept; secrets are stored as hashes only"));
    }

    private static void testing(Markdown text) {
        text.section("Testing")
                .items(List.of(
                        "The migration runs on an empty database, and on a copy with data",
                        "Up, down and up again leave the same schema",
                        "Each constraint refuses what it is there for",
                        "Each index is used by the query that it serves, as EXPLAIN shows",
                        "Concurrent writers leave the data whole"));
    }

    private static List<String> acceptance(SchemaDraft told) {
        String tables = told.isEmpty()
                ? "The tables that the story needs are there"
                : "The tables are there: " + SchemaSections.tables(told);
        return List.of(
                tables,
                "Every foreign key has an index",
                "The migration waits for no lock longer than five seconds",
                "The queries of the story take less than 50 ms (95th percentile) on realistic data",
                "The rollback leaves nothing behind");
    }
}
