/**
 * Exports, in PostgreSQL.
 * What people ask for carries who acts; what Muster does by itself says that it does.
 */
@NullMarked
package dev.muster.persistence.export;

import org.jspecify.annotations.NullMarked;
