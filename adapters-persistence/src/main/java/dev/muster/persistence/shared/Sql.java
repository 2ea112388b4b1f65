package dev.muster.persistence.shared;

/**
 * A statement of a store, with a question mark for each parameter.
 *
 * @param text what is sent
 * @param owned whether the text begins with the setting that row-level security looks at
 * @param preceded whether another statement stands before it, of which nothing is read
 */
public record Sql(String text, boolean owned, boolean preceded) {

    /** Local to the transaction, and to the one statement where there is none: pgjdbc sends both in one round trip. */
    static final String WHO_ACTS = "select set_config('muster.user_id', ?, true)";

    private static final String PLAN_ANEW = "set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final String WITHOUT_LOOPS = "set_config('enable_nestloop', 'off', true)";

    /** A statement on tables that belong to no one. */
    public static Sql plain(String statement) {
        return new Sql(statement, false, false);
    }

    /** A statement on tables that row-level security guards; it sees what belongs to who acts. */
    public static Sql owned(String statement) {
        return new Sql(WHO_ACTS + "; " + statement, true, true);
    }

    /** A statement that is planned for its parameters, as the best way to its rows depends on them. */
    public static Sql plannedAnew(String statement) {
        return after("select " + PLAN_ANEW, statement);
    }

    /** Both: guarded by row-level security, and planned for its parameters. */
    public static Sql ownedPlannedAnew(String statement) {
        return new Sql(WHO_ACTS + ", " + PLAN_ANEW + "; " + statement, true, true);
    }

    /**
     * The same for a statement that reads all that an owner has of several tables. Of who has just brought thousands of
     * rows the planner thinks that there are a few, and would read all of one table again for each row of another.
     */
    public static Sql ownedReadAtOnce(String statement) {
        return new Sql(WHO_ACTS + ", " + PLAN_ANEW + ", " + WITHOUT_LOOPS + "; " + statement, true, true);
    }

    /** A statement on tables that belong to no one, after another in the same round trip. */
    public static Sql after(String first, String statement) {
        return new Sql(first + "; " + statement, false, true);
    }
}
