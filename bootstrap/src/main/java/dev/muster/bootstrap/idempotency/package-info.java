/**
 * Builds the use cases of idempotency keys, and puts the unit of work that knows them in front of the database's.
 * Nothing here decides anything.
 */
@NullMarked
package dev.muster.bootstrap.idempotency;

import org.jspecify.annotations.NullMarked;
