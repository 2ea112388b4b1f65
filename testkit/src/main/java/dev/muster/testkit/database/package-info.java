/**
 * A real PostgreSQL for tests: external, in Docker, or embedded.
 * One server for the JVM, a fresh database for whoever asks; no server is a failure and never a skip.
 */
@NullMarked
package dev.muster.testkit.database;

import org.jspecify.annotations.NullMarked;
