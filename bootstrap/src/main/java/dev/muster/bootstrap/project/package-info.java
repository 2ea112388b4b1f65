/**
 * Wires the use cases about projects.
 * The adapters come from their own modules, by their ports.
 */
@NullMarked
package dev.muster.bootstrap.project;

import org.jspecify.annotations.NullMarked;
