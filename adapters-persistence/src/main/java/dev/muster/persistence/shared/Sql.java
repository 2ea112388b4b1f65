package dev.muster.persistence.shared;

/**
 * A statement of a store, with a question mark for each parameter.
 *
 * @param text what is sent
 * @param owned whether the text begins with the setting that row-level security looks at
 */
public record Sql(String text, boolean owned) {

    /** Local to the transaction, and to the one statement where there is none: pgjdbc sends both in one round trip. */
    private static final String WHO_ACTS = "select set_config('muster.user_id', ?, true); ";

    /** A statement on tables that belong to no one. */
    public static Sql plain(String statement) {
        return new Sql(statement, false);
    }

    /** A statement on tables that row-level security guards; it sees what belongs to who acts. */
    public static Sql owned(String statement) {
        return new Sql(WHO_ACTS + statement, true);
    }
}
