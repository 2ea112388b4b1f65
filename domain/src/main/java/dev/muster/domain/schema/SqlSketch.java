package dev.muster.domain.schema;

import static dev.muster.domain.schema.Identifiers.inSql;

import dev.muster.domain.schema.Entity.Attribute;
import dev.muster.domain.schema.Entity.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A schema in PostgreSQL's SQL, to begin with: it runs as it is, and constraints of the matter are to be added. */
public final class SqlSketch {

    private SqlSketch() {}

    /** Makes the tables, and their foreign keys when all tables are there. */
    public static String tables(SchemaDraft draft) {
        String tables = draft.entities().stream().map(SqlSketch::table).collect(Collectors.joining("\n"));
        String keys = forEachReference(draft, SqlSketch::foreignKey);
        return keys.isEmpty() ? tables : tables + "\n" + keys;
    }

    /** An index for each reference; empty if there is none. */
    public static String indexes(SchemaDraft draft) {
        return forEachReference(draft, SqlSketch::index);
    }

    /** Takes it all back. */
    public static String rollback(SchemaDraft draft) {
        String tables = draft.entities().reversed().stream()
                .map(entity -> inSql(entity.table()))
                .collect(Collectors.joining(", "));
        return "drop table " + tables + " cascade;\n";
    }

    private static String table(Entity entity) {
        List<String> lines = new ArrayList<>();
        lines.add("id uuid not null");
        for (Reference reference : entity.references()) {
            lines.add(inSql(reference.column()) + " uuid" + (isOptional(entity, reference) ? "" : " not null"));
        }
        for (Attribute attribute : entity.attributes()) {
            lines.add(inSql(attribute.name()) + " " + attribute.type().sql());
        }
        lines.add("created_at timestamptz not null default now()");
        lines.add("updated_at timestamptz not null default now()");
        lines.add("constraint pk_" + entity.table() + " primary key (id)");
        return "create table " + inSql(entity.table()) + " (\n    " + String.join(",\n    ", lines) + "\n);\n";
    }

    /** The first of its own kind has none before it. */
    private static boolean isOptional(Entity entity, Reference reference) {
        return reference.target().equals(entity.table());
    }

    private static String foreignKey(Entity entity, Reference reference) {
        return "alter table " + inSql(entity.table()) + " add constraint fk_" + entity.table() + "__"
                + reference.column() + "\n    foreign key (" + inSql(reference.column()) + ") references "
                + inSql(reference.target()) + " (id);\n";
    }

    private static String index(Entity entity, Reference reference) {
        return "create " + (reference.unique() ? "unique index ux_" : "index ix_") + entity.table() + "__"
                + reference.column() + " on " + inSql(entity.table()) + " (" + inSql(reference.column()) + ");\n";
    }

    private static String forEachReference(SchemaDraft draft, BiFunction<Entity, Reference, String> statement) {
        return draft.entities().stream()
                .flatMap(entity -> entity.references().stream().map(reference -> statement.apply(entity, reference)))
                .collect(Collectors.joining());
    }
}
