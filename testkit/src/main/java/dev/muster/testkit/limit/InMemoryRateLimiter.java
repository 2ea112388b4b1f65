package dev.muster.testkit.limit;

import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts by a clock that tests move. Keeps every key for ever, as a test is short. */
public final class InMemoryRateLimiter implements RateLimiter {

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> counted = new HashMap<>();

    public InMemoryRateLimiter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<Allowance> take(RateLimit limit, String key) {
        Instant now = clock.instant();
        Deque<Instant> moments = moments(limit, key);
        moments.removeIf(moment -> !moment.plus(limit.window()).isAfter(now));
        boolean allowed = moments.size() < limit.quota();
        if (allowed) {
            moments.addLast(now);
        }
        Duration reset = allowed
                ? limit.window()
                : Duration.between(now, moments.getFirst().plus(limit.window()));
        return CompletableFuture.completedFuture(new Allowance(limit, allowed, limit.quota() - moments.size(), reset));
    }

    @Override
    public synchronized CompletionStage<Void> giveBack(RateLimit limit, String key) {
        moments(limit, key).pollLast();
        return CompletableFuture.completedFuture(null);
    }

    private Deque<Instant> moments(RateLimit limit, String key) {
        return counted.computeIfAbsent(limit.name() + ":" + key, unknown -> new ArrayDeque<>());
    }
}
