package dev.muster.domain.schema;

import dev.muster.domain.task.StoryPoints;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much work a schema is (requirement C5): two for each entity, one for each attribute, three for each reference.
 *
 * @param entities how many there are
 * @param attributes how many there are in all
 * @param references how many there are in all
 */
public record SchemaComplexity(int entities, int attributes, int references) {

    /** Story points by the greatest score that they are enough for. */
    private static final TreeMap<Integer, Integer> POINTS =
            new TreeMap<>(Map.of(4, 1, 10, 2, 20, 3, 35, 5, 60, 8, Integer.MAX_VALUE, 13));

    public static SchemaComplexity of(SchemaDraft draft) {
        return new SchemaComplexity(draft.entities().size(), draft.attributes(), draft.references());
    }

    public int score() {
        return 2 * entities + attributes + 3 * references;
    }

    /** 1, 2, 3, 5, 8 or 13. */
    public StoryPoints points() {
        return new StoryPoints(POINTS.ceilingEntry(score()).getValue());
    }
}
