/**
 * The consent ledger, in PostgreSQL.
 * The application's role may add to it and nothing else.
 */
@NullMarked
package dev.muster.persistence.privacy;

import org.jspecify.annotations.NullMarked;
