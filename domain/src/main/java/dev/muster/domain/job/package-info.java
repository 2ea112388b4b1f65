/**
 * Work that Muster does by itself, at its times, once for all nodes.
 * What is done belongs to use cases; when, and by which node, to the scheduler.
 */
@NullMarked
package dev.muster.domain.job;

import org.jspecify.annotations.NullMarked;
