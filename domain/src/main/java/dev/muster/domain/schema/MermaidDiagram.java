package dev.muster.domain.schema;

import dev.muster.domain.schema.Entity.Attribute;
import dev.muster.domain.schema.Entity.Reference;

/** A schema as a Mermaid {@code erDiagram}: every entity with its attributes, every reference as a line. */
public final class MermaidDiagram {

    private MermaidDiagram() {}

    /** The diagram's lines, each with its end. */
    public static String of(SchemaDraft draft) {
        var diagram = new StringBuilder("erDiagram\n");
        for (Entity entity : draft.entities()) {
            describe(entity, diagram);
        }
        for (Entity entity : draft.entities()) {
            entity.references().forEach(reference -> connect(entity, reference, diagram));
        }
        return diagram.toString();
    }

    private static void describe(Entity entity, StringBuilder diagram) {
        diagram.append("    \"").append(entity.table()).append("\" {\n");
        attribute("uuid", "id PK", diagram);
        for (Reference reference : entity.references()) {
            attribute("uuid", reference.column() + " FK", diagram);
        }
        for (Attribute attribute : entity.attributes()) {
            attribute(attribute.type().sql(), attribute.name(), diagram);
        }
        attribute("timestamptz", "created_at", diagram);
        attribute("timestamptz", "updated_at", diagram);
        diagram.append("    }\n");
    }

    private static void attribute(String type, String name, StringBuilder diagram) {
        diagram.append("        ").append(type).append(' ').append(name).append('\n');
    }

    private static void connect(Entity entity, Reference reference, StringBuilder diagram) {
        diagram.append("    \"")
                .append(reference.target())
                .append(reference.unique() ? "\" ||--o| \"" : "\" ||--o{ \"")
                .append(entity.table())
                .append("\" : \"")
                .append(reference.column())
                .append("\"\n");
    }
}
