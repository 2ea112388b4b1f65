package dev.muster.domain.limit;

import java.util.concurrent.CompletionStage;

/**
 * Counts what is asked for, over a sliding window: never more than the quota in any window, whatever the clock's minute
 * (requirement A13). One count over all nodes where they share one; bounded in memory. Thread-safe. The stages complete
 * soon and never exceptionally: when a shared count can't be reached, each node counts for itself.
 */
public interface RateLimiter {
    /** Counts one request, unless it is refused. @param key whom to count it for; any text */
    CompletionStage<Allowance> take(RateLimit limit, String key);

    /** Takes back the newest counted request, as it turned out to be of no account. Nothing if none is counted. */
    CompletionStage<Void> giveBack(RateLimit limit, String key);
}
