package dev.muster.security.user;

/**
 * What one Argon2 hash costs (RFC 9106, section 3.1).
 *
 * @param memoryKib memory in KiB, at least 8 for each lane
 * @param iterations passes over the memory
 * @param lanes the degree of parallelism; part of the result, even where one thread computes them all
 */
record Argon2Cost(int memoryKib, int iterations, int lanes) {

    /** Beyond this nothing is computed, wherever it came from: 128 MiB. */
    private static final int MAX_MEMORY_KIB = 131_072;

    private static final int MAX_ITERATIONS = 16;
    private static final int MAX_LANES = 16;
    private static final int MIN_KIB_PER_LANE = 8;

    /** The cheapest that OWASP's Password Storage Cheat Sheet calls good: 7 MiB, five times. */
    private static final int MIN_IMPORTED_KIB = 7168;

    private static final int MIN_IMPORTED_WORK = 5 * MIN_IMPORTED_KIB;

    /** Some 13 times the work of a hash of our own. */
    private static final int MAX_IMPORTED_WORK = 4 * MAX_MEMORY_KIB;

    /** Whether the standard allows it, and it exhausts neither memory nor processor. */
    boolean isBounded() {
        return lanes >= 1
                && lanes <= MAX_LANES
                && iterations >= 1
                && iterations <= MAX_ITERATIONS
                && memoryKib >= MIN_KIB_PER_LANE * lanes
                && memoryKib <= MAX_MEMORY_KIB;
    }

    /** Whether a hash made elsewhere is neither too weak to be kept nor too dear to be verified at every sign-in. */
    boolean fitsImport() {
        int work = memoryKib * iterations;
        return isBounded() && memoryKib >= MIN_IMPORTED_KIB && work >= MIN_IMPORTED_WORK && work <= MAX_IMPORTED_WORK;
    }
}
