package dev.muster.domain.operations;

/** Sessions with their refresh tokens, and mailed tokens, that nobody can use any more. Works inside a unit of work only. */
@FunctionalInterface
public interface ExpiredTokens {
    /**
     * Removes those that ended more than 30 days ago by the store's own clock: till then they tell what became of a
     * session. A bounded number at a time.
     *
     * @return how many sessions and mailed tokens; 0 when nothing is left to remove
     */
    long remove();
}
