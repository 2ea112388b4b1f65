/**
 * Wires the use cases about executions of agents.
 * The adapters come from their own modules, by their ports.
 */
@NullMarked
package dev.muster.bootstrap.execution;

import org.jspecify.annotations.NullMarked;
