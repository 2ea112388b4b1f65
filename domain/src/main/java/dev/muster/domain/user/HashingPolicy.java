package dev.muster.domain.user;

/**
 * What hashing a password costs (RFC 9106) and how much of it may go on at once.
 *
 * @param memoryKib memory of one hash in KiB, at least 19456 (19 MiB, OWASP's least for two passes)
 * @param iterations passes over the memory, at least 2
 * @param parallelism lanes, at least 1
 * @param maxConcurrent hashes computed at once; bounds the memory to maxConcurrent x memoryKib
 * @param maxWaiting requests that may wait for their turn; one more is refused
 */
public record HashingPolicy(int memoryKib, int iterations, int parallelism, int maxConcurrent, int maxWaiting) {

    public HashingPolicy {
        if (memoryKib < 19456 || iterations < 2 || parallelism < 1 || maxConcurrent < 1 || maxWaiting < 0) {
            throw new IllegalArgumentException("hashing needs at least 19456 KiB, 2 iterations, 1 lane, 1 at a time");
        }
    }

    /** Argon2id with m=19 MiB, t=2, p=1, as many at once as there are processors. */
    public static HashingPolicy forProcessors(int processors) {
        return new HashingPolicy(19456, 2, 1, processors, 100);
    }
}
