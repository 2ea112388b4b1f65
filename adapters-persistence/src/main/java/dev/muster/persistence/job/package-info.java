/**
 * The scheduler of Muster's own work, over db-scheduler and PostgreSQL.
 * Nodes that share the database share the jobs, and need to know nothing else of each other.
 */
@NullMarked
package dev.muster.persistence.job;

import org.jspecify.annotations.NullMarked;
