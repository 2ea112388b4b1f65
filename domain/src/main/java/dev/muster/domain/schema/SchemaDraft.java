package dev.muster.domain.schema;

import java.util.List;

/**
 * What a story wants to be stored, in the order in which it was found.
 *
 * @param entities none twice; every reference leads to one of them
 */
public record SchemaDraft(List<Entity> entities) {

    /** Entities that a draft may have; those named later are left out. */
    public static final int MAX_ENTITIES = 20;

    public SchemaDraft {
        entities = List.copyOf(entities);
    }

    public boolean isEmpty() {
        return entities.isEmpty();
    }

    /** How many attributes there are, those left aside that every entity has. */
    public int attributes() {
        return entities.stream().mapToInt(entity -> entity.attributes().size()).sum();
    }

    /** How many references there are. */
    public int references() {
        return entities.stream().mapToInt(entity -> entity.references().size()).sum();
    }

    /** The first entities, without references to those that are left out. */
    public SchemaDraft first(int count) {
        List<Entity> kept = entities.subList(0, Math.min(count, entities.size()));
        List<String> tables = kept.stream().map(Entity::table).toList();
        return new SchemaDraft(
                kept.stream().map(entity -> entity.referringOnlyTo(tables)).toList());
    }
}
