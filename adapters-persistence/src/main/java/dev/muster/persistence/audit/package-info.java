/**
 * The audit log, in PostgreSQL.
 * The application's role may add to it and read it, and nothing else.
 */
@NullMarked
package dev.muster.persistence.audit;

import org.jspecify.annotations.NullMarked;
