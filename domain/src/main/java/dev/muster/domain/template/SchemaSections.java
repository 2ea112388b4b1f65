package dev.muster.domain.template;

import dev.muster.domain.schema.Entity;
import dev.muster.domain.schema.MermaidDiagram;
import dev.muster.domain.schema.SchemaComplexity;
import dev.muster.domain.schema.SchemaDraft;
import dev.muster.domain.schema.SqlSketch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections that follow from the schema: what is stored, as a diagram and in SQL, and how it gets there. */
final class SchemaSections {

    private static final String LOCKS = "set local lock_timeout = '5s';\n";
    private static final String NOTHING_FOUND =
            "The story names nothing that is stored. Name it in the story, for example as"
                    + " `- users: id, email, name` or `User has many Orders`, and work it out here.";

    private SchemaSections() {}

    /**
     * @param found all that the story names
     * @param told what there is room for
     */
    static void write(Markdown text, SchemaDraft found, SchemaDraft told) {
        requirements(text, told);
        specification(text, found, told);
        schema(text, told);
        migration(text, told);
        performance(text, told);
    }

    static String tables(SchemaDraft draft) {
        return draft.entities().stream().map(entity -> code(entity.table())).collect(Collectors.joining(", "));
    }

    private static void requirements(Markdown text, SchemaDraft told) {
        text.section("Requirements");
        if (told.isEmpty()) {
            text.paragraph(NOTHING_FOUND);
        } else {
            text.items(told.entities().stream().map(SchemaSections::stored).toList());
        }
    }

    private static String stored(Entity entity) {
        String columns = Stream.concat(
                        entity.references().stream().map(Entity.Reference::column),
                        entity.attributes().stream().map(Entity.Attribute::name))
                .map(SchemaSections::code)
                .collect(Collectors.joining(", "));
        return "Store " + code(entity.table()) + (columns.isEmpty() ? "" : ": " + columns);
    }

    private static void specification(Markdown text, SchemaDraft found, SchemaDraft told) {
        SchemaComplexity complexity = SchemaComplexity.of(found);
        text.section("Specification")
                .paragraph("Entities: " + complexity.entities() + ", attributes: " + complexity.attributes()
                        + ", references: " + complexity.references() + ". Complexity: " + complexity.score()
                        + ", story points: " + complexity.points().value() + ".")
                .items(List.of(
                        "Every table has an `id` (UUIDv7) and the times `created_at` and `updated_at`",
                        "Times are `timestamptz`, texts `text` with a check of their length"));
        int leftOut = found.entities().size() - told.entities().size();
        if (leftOut > 0) {
            text.paragraph("Left out below, as there is no room: the last " + leftOut + " of the entities.");
        }
    }

    private static void schema(Markdown text, SchemaDraft told) {
        text.section("Schema");
        if (told.isEmpty()) {
            text.paragraph("To be worked out.");
        } else {
            text.fence("mermaid", MermaidDiagram.of(told)).fence("sql", SqlSketch.tables(told));
        }
    }

    private static void migration(Markdown text, SchemaDraft told) {
        text.section("Migration").paragraph("One versioned script in one transaction, and one that takes it back.");
        if (!told.isEmpty()) {
            text.fence("sql", "-- forward\n" + LOCKS + "-- the statements above, then those of the indexes below\n")
                    .fence("sql", "-- rollback\n" + LOCKS + SqlSketch.rollback(told));
        }
        text.items(List.of(
                "Expand first, contract in a later release, so that two versions of the application can run",
                "Data that is moved or filled in is moved in batches, outside the script"));
    }

    private static void performance(Markdown text, SchemaDraft told) {
        text.section("Performance");
        String indexes = SqlSketch.indexes(told);
        if (!indexes.isEmpty()) {
            text.paragraph("An index for each reference:").fence("sql", indexes);
        }
        text.items(List.of(
                "Write down each query of the story, and the index that serves it",
                "Lists are paged by their keys, and searched by an index",
                "Look at the plans with as many rows as are expected in a year"));
    }

    private static String code(String identifier) {
        return "`" + identifier + "`";
    }
}
