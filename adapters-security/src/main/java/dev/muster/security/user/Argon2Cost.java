package dev.muster.security.user;

/**
 * What one Argon2 hash costs (RFC 9106, section 3.1).
 *
 * @param memoryKib memory in KiB, at least 8 for each lane
 * @param iterations passes over the memory
 * @param lanes the degree of parallelism; part of the result, even where one thread computes them all
 */
record Argon2Cost(int memoryKib, int iterations, int lanes) {}
