/**
 * Wires the use cases about operations.
 * The adapters come from their own modules, by their ports.
 */
@NullMarked
package dev.muster.bootstrap.operations;

import org.jspecify.annotations.NullMarked;
