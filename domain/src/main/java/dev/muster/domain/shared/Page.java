package dev.muster.domain.shared;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param hasMore whether something follows the last item
 */
public record Page<T>(List<T> items, boolean hasMore) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of a list of which one item more than the limit was asked for.
     *
     * @param probed up to limit + 1 items
     */
    public static <T> Page<T> of(List<T> probed, int limit) {
        return probed.size() > limit ? new Page<>(probed.subList(0, limit), true) : new Page<>(probed, false);
    }
}
