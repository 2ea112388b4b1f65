package dev.muster.domain.schema;

import java.util.List;

/**
 * Something that a story wants to be stored. Besides what is listed here, every entity has an id and the times at which it
 * was made and changed.
 *
 * @param table its name in the plural, an {@linkplain Identifiers identifier}
 * @param attributes what is known of it, none twice
 * @param references to other entities, or to itself; no two by one column
 */
public record Entity(String table, List<Attribute> attributes, List<Reference> references) {

    /** Attributes that one entity may have; those named later are left out. */
    public static final int MAX_ATTRIBUTES = 20;

    /** References that one entity may have; those named later are left out. */
    public static final int MAX_REFERENCES = 10;

    public Entity {
        attributes = List.copyOf(attributes);
        references = List.copyOf(references);
    }

    /** One attribute. */
    public record Attribute(String name, AttributeType type) {}

    /**
     * One reference.
     *
     * @param column that holds the id of the other, such as user_id
     * @param target the table of the other
     * @param unique whether the other is referred to once at most
     */
    public record Reference(String column, String target, boolean unique) {}

    Entity referringOnlyTo(List<String> tables) {
        return new Entity(
                table,
                attributes,
                references.stream()
                        .filter(reference -> tables.contains(reference.target()))
                        .toList());
    }
}
