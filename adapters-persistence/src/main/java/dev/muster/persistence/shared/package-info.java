/**
 * What every store shares: the unit of work over the connection pool, statements inside it, and what becomes of their
 * failures. Nothing here knows a feature's tables, but for the names of constraints that people may run into.
 */
@NullMarked
package dev.muster.persistence.shared;

import org.jspecify.annotations.NullMarked;
