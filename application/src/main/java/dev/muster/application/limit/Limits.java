package dev.muster.application.limit;

import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.LimitError;
import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import dev.muster.domain.shared.TooMany;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Refuses what is asked for too often (requirement A13), unless limits are switched off. */
public final class Limits {

    private final RateLimiter limiter;
    private final LimitPolicy policy;

    public Limits(RateLimiter limiter, LimitPolicy policy) {
        this.limiter = limiter;
        this.policy = policy;
    }

    public LimitPolicy policy() {
        return policy;
    }

    /**
     * Counts one request. Waits for a shared count, so not for the event loop.
     *
     * @param key whom to count it for, see {@link dev.muster.domain.limit.LimitKey}
     * @throws TooMany with RATE_LIMITED if it is one too many; it is not counted then
     */
    public void require(RateLimit limit, String key) {
        take(limit, key).toCompletableFuture().join().ifPresent(Limits::requireAllowed);
    }

    /** Takes back the newest counted request, as it turned out to be of no account. */
    public void giveBack(RateLimit limit, String key) {
        if (policy.enforced()) {
            limiter.giveBack(limit, key).toCompletableFuture().join();
        }
    }

    /** Counts one request without waiting, unless it is refused; empty if limits are switched off. */
    public CompletionStage<Optional<Allowance>> take(RateLimit limit, String key) {
        return policy.enforced()
                ? limiter.take(limit, key).thenApply(Optional::of)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** @throws TooMany with RATE_LIMITED if it is not allowed */
    public static void requireAllowed(Allowance allowance) {
        if (!allowance.allowed()) {
            throw new TooMany(
                    LimitError.RATE_LIMITED,
                    "That was asked for too often; wait a while before asking again.",
                    allowance.resetAfter());
        }
    }
}
