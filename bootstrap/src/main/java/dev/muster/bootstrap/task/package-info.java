/**
 * Wires the use cases about tasks.
 * The adapters come from their own modules, by their ports.
 */
@NullMarked
package dev.muster.bootstrap.task;

import org.jspecify.annotations.NullMarked;
