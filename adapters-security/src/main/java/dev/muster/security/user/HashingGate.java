package dev.muster.security.user;

import dev.muster.domain.shared.Unavailable;
import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.UserError;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets so much hashing go on at once as the policy's memory allows, the others wait in order, and no more than the policy
 * allows. Its permits are KiB, so that an imported hash of four times the memory counts as four.
 */
final class HashingGate {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int total;
    private final int share;
    private final int maxWaiting;
    private final Semaphore memory;
    private final AtomicInteger waiting = new AtomicInteger();

    HashingGate(HashingPolicy policy) {
        share = policy.memoryKib();
        total = (int) Math.min(Integer.MAX_VALUE, (long) share * policy.maxConcurrent());
        maxWaiting = policy.maxWaiting();
        memory = new Semaphore(total, true);
    }

    /**
     * Does the work when its turn comes.
     *
     * @throws Unavailable if too many wait already, or the wait is interrupted
     */
    <T> T pass(int memoryKib, Supplier<T> work) {
        int permits = Math.min(Math.max(memoryKib, share), total);
        enter(permits);
        try {
            return work.get();
        } finally {
            memory.release(permits);
        }
    }

    /** How many wait now. */
    int waiting() {
        return memory.getQueueLength();
    }

    private void enter(int permits) {
        try {
            // Unlike tryAcquire without a time it doesn't overtake those who wait.
            if (memory.tryAcquire(permits, 0, TimeUnit.SECONDS)) {
                return;
            }
            queue(permits);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private void queue(int permits) throws InterruptedException {
        try {
            if (waiting.incrementAndGet() > maxWaiting) {
                throw busy();
            }
            memory.acquire(permits);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static Unavailable busy() {
        return new Unavailable(UserError.TOO_MANY_SIGN_INS, "Too many passwords are being checked.", RETRY_AFTER);
    }
}
