/**
 * The keys of requests that may be repeated, in PostgreSQL. Each call is one round trip, and atomic by itself.
 */
@NullMarked
package dev.muster.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
