/**
 * Executions of agents, in PostgreSQL.
 * Every statement carries who acts, and row-level security holds it to that.
 */
@NullMarked
package dev.muster.persistence.execution;

import org.jspecify.annotations.NullMarked;
