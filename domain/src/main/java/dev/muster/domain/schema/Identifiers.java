package dev.muster.domain.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for tables and columns, made of whatever a story says: 1 to {@value #MAX_LENGTH} of a-z, 0-9 and underscores, a
 * letter first. Short enough that the names of constraints and indexes made of two of them fit PostgreSQL's 63 bytes.
 */
final class Identifiers {

    static final int MAX_LENGTH = 24;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^[^a-z]+|_+$");

    /** Columns that PostgreSQL has in every table, and what Mermaid reads as a kind of key. */
    private static final Set<String> TAKEN =
            Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "pk", "fk", "uk");

    /** PostgreSQL's key words that no table or column is called, unless in quotes (PostgreSQL, appendix C). */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
            collation column concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
            only or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
            where window with""".split("\\s+"));

    private Identifiers() {}

    /** The name of a column; empty if nothing of the words can stand in one. */
    static Optional<String> column(String words) {
        return snake(words).map(name -> TAKEN.contains(name) ? name + "_value" : name);
    }

    /** The name of the table of such things, in the plural; empty if nothing of the words can stand in one. */
    static Optional<String> table(String words) {
        return snake(words).map(name -> cut(Nouns.plural(name)));
    }

    /** The column that refers to a table. */
    static String referenceTo(String table) {
        return Nouns.singular(table) + "_id";
    }

    /** The name as it stands in SQL. */
    static String inSql(String name) {
        return RESERVED.contains(name) ? '"' + name + '"' : name;
    }

    private static Optional<String> snake(String words) {
        String ascii =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
        String humps = HUMP.matcher(ascii).replaceAll("_").toLowerCase(Locale.ROOT);
        String name = EDGES.matcher(OTHER.matcher(humps).replaceAll("_")).replaceAll("");
        return Optional.of(cut(name)).filter(cut -> !cut.isEmpty());
    }

    private static String cut(String name) {
        return EDGES.matcher(name.substring(0, Math.min(name.length(), MAX_LENGTH)))
                .replaceAll("");
    }
}
