package dev.muster.domain.limit;

import java.time.Duration;

/**
 * What a limit says to one request.
 *
 * @param allowed whether it is within the limit
 * @param remaining how many more would be now, 0 or more
 * @param resetAfter when allowed, until the whole quota is free again; when not, until one more is
 */
public record Allowance(RateLimit limit, boolean allowed, int remaining, Duration resetAfter) {}
