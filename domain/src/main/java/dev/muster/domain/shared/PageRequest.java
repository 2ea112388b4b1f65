package dev.muster.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted (keyset paging).
 *
 * @param <P> the position of an item in the list's order
 * @param limit how many items at most, 1 to 100
 * @param after the position after which the page begins, or null for the first page
 */
public record PageRequest<P>(int limit, @Nullable P after) {

    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    /** @throws Invalid if the limit is out of range */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Invalid.value(FieldError.OUT_OF_RANGE, "must be from 1 to " + MAX_LIMIT);
        }
    }
}
