package dev.muster.cache.limit;

import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.RateLimit;
import java.time.Duration;
import java.util.Arrays;

/**
 * The moments of all that a limit has counted for one key inside its window. Exact; immutable, so that a map may compute
 * the next from the last.
 *
 * @param moments in nanoseconds of a monotonic clock, in their order; no more than the quota
 * @param asked when the last was asked for
 * @param allowed whether it was counted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Counter(RateLimit limit, long[] moments, long asked, boolean allowed) {

    static Counter first(RateLimit limit, long now) {
        return new Counter(limit, new long[] {now}, now, true);
    }

    /** One more, unless it would be one too many. */
    Counter take(long now) {
        long[] kept = since(now - limit.window().toNanos());
        if (kept.length >= limit.quota()) {
            return new Counter(limit, kept, now, false);
        }
        long[] counted = Arrays.copyOf(kept, kept.length + 1);
        counted[kept.length] = now;
        return new Counter(limit, counted, now, true);
    }

    /** Without the newest. */
    Counter giveBack() {
        return new Counter(limit, Arrays.copyOf(moments, Math.max(0, moments.length - 1)), asked, true);
    }

    /** What this says to who asked last, at the same moment. */
    Allowance allowance() {
        Duration reset = allowed ? limit.window() : limit.window().minusNanos(asked - moments[0]);
        return new Allowance(limit, allowed, limit.quota() - moments.length, reset);
    }

    private long[] since(long begin) {
        int gone = 0;
        while (gone < moments.length && moments[gone] - begin <= 0) {
            gone++;
        }
        return gone == 0 ? moments : Arrays.copyOfRange(moments, gone, moments.length);
    }
}
