/**
 * Templates of tasks and what they made, in PostgreSQL.
 * Everything is one person's, and row-level security shows it to nobody else.
 */
@NullMarked
package dev.muster.persistence.template;

import org.jspecify.annotations.NullMarked;
