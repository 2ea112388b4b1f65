package dev.muster.domain.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an attribute holds, as PostgreSQL calls it. */
public enum AttributeType {
    TEXT("text"),
    INTEGER("integer"),
    BIGINT("bigint"),
    NUMERIC("numeric"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIMESTAMPTZ("timestamptz"),
    UUID("uuid"),
    JSONB("jsonb");

    /** Types by the words that people write for them. */
    private static final Map<String, AttributeType> WORDS = Map.ofEntries(
            Map.entry("text", TEXT),
            Map.entry("string", TEXT),
            Map.entry("varchar", TEXT),
            Map.entry("int", INTEGER),
            Map.entry("integer", INTEGER),
            Map.entry("bigint", BIGINT),
            Map.entry("numeric", NUMERIC),
            Map.entry("decimal", NUMERIC),
            Map.entry("money", NUMERIC),
            Map.entry("bool", BOOLEAN),
            Map.entry("boolean", BOOLEAN),
            Map.entry("date", DATE),
            Map.entry("datetime", TIMESTAMPTZ),
            Map.entry("timestamp", TIMESTAMPTZ),
            Map.entry("timestamptz", TIMESTAMPTZ),
            Map.entry("uuid", UUID),
            Map.entry("json", JSONB),
            Map.entry("jsonb", JSONB));

    private static final List<String> WHOLE =
            List.of("count", "quantity", "number", "age", "position", "year", "stock");
    private static final List<String> MONEY = List.of("price", "amount", "total", "cost", "rate", "balance", "weight");

    private final String sql;

    AttributeType(String sql) {
        this.sql = sql;
    }

    /** The name of the type in SQL and in diagrams. */
    public String sql() {
        return sql;
    }

    /** The type that a word names, in any case. */
    static Optional<AttributeType> named(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** The type that the name of an attribute suggests; text unless it suggests another. */
    static AttributeType suggestedBy(String attribute) {
        if (attribute.endsWith("_at")) {
            return TIMESTAMPTZ;
        }
        if (attribute.endsWith("_on") || endsWithWord(attribute, List.of("date", "birthday"))) {
            return DATE;
        }
        if (attribute.startsWith("is_") || attribute.startsWith("has_") || attribute.startsWith("can_")) {
            return BOOLEAN;
        }
        if (endsWithWord(attribute, WHOLE)) {
            return INTEGER;
        }
        return endsWithWord(attribute, MONEY) ? NUMERIC : TEXT;
    }

    private static boolean endsWithWord(String attribute, List<String> words) {
        return words.contains(attribute.substring(attribute.lastIndexOf('_') + 1));
    }
}
