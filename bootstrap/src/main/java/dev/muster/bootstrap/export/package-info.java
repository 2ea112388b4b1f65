/**
 * Wires the use cases about exports, and the jobs that make them and clear them away.
 * Their files lie below the data folder.
 */
@NullMarked
package dev.muster.bootstrap.export;

import org.jspecify.annotations.NullMarked;
