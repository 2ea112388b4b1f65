package dev.muster.domain.schema;

import dev.muster.domain.schema.Entity.Attribute;
import dev.muster.domain.schema.Entity.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find in a story, within the bounds of a draft. Not thread-safe. */
final class Findings {

    /** What every entity has, whether the story says so or not. */
    private static final Set<String> GIVEN = Set.of("id", "created_at", "updated_at");

    private static final String REFERENCE = "_id";
    private static final String OWN_KIND = "parent_id";

    private final Map<String, Parts> entities = new LinkedHashMap<>();

    private static final class Parts {
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private final Map<String, Reference> references = new LinkedHashMap<>();
    }

    /** Notes an entity, once. */
    void entity(String words) {
        Identifiers.table(words).ifPresent(this::parts);
    }

    /**
     * Notes an attribute of an entity; one that ends in _id as a reference.
     *
     * @param type what the story says that it holds, or null
     */
    void attribute(String entity, String words, @Nullable AttributeType type) {
        String name = Identifiers.column(words).orElse("id");
        if (GIVEN.contains(name)) {
            return;
        }
        if (name.equals(OWN_KIND)) {
            Identifiers.table(entity).ifPresent(table -> refer(table, new Reference(OWN_KIND, table, false)));
        } else if (name.endsWith(REFERENCE)) {
            reference(entity, name.substring(0, name.length() - REFERENCE.length()), false);
        } else {
            Attribute attribute = new Attribute(name, type == null ? AttributeType.suggestedBy(name) : type);
            Identifiers.table(entity).ifPresent(table -> add(table, attribute));
        }
    }

    /** Notes that entities refer to others, both noted thereby. */
    void reference(String from, String to, boolean unique) {
        Identifiers.table(to)
                .filter(target -> parts(target) != null)
                .ifPresent(target -> Identifiers.table(from)
                        .ifPresent(
                                table -> refer(table, new Reference(Identifiers.referenceTo(target), target, unique))));
    }

    /** Notes that each of one kind may go with many of the other: by an entity of its own that refers to both. */
    void manyToMany(String one, String other) {
        entity(one);
        entity(other);
        String both = one + "_" + other;
        reference(both, one, false);
        reference(both, other, false);
    }

    /** Whether such an entity was noted. */
    boolean knows(String words) {
        return Identifiers.table(words).filter(entities::containsKey).isPresent();
    }

    SchemaDraft draft() {
        List<Entity> drafted = entities.entrySet().stream()
                .map(entity -> new Entity(
                        entity.getKey(),
                        List.copyOf(entity.getValue().attributes.values()),
                        List.copyOf(entity.getValue().references.values())))
                .toList();
        return new SchemaDraft(drafted);
    }

    private void add(String table, Attribute attribute) {
        Parts parts = parts(table);
        if (parts != null
                && parts.attributes.size() < Entity.MAX_ATTRIBUTES
                && !parts.references.containsKey(attribute.name())) {
            parts.attributes.putIfAbsent(attribute.name(), attribute);
        }
    }

    private void refer(String table, Reference reference) {
        Parts parts = parts(table);
        if (parts != null && parts.references.size() < Entity.MAX_REFERENCES) {
            parts.references.putIfAbsent(reference.column(), reference);
        }
    }

    /** Null when there is no room for one more. */
    private @Nullable Parts parts(String table) {
        Parts known = entities.get(table);
        if (known != null || entities.size() >= SchemaDraft.MAX_ENTITIES) {
            return known;
        }
        Parts added = new Parts();
        entities.put(table, added);
        return added;
    }
}
