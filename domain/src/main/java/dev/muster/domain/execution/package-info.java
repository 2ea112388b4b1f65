/**
 * Executions of agents in a project: what was asked of an agent, and what came of it.
 * An execution is reported on until it ends, and never changes afterwards.
 */
@NullMarked
package dev.muster.domain.execution;

import org.jspecify.annotations.NullMarked;
