/**
 * Wires the use cases about documents.
 * The adapters come from their own modules, by their ports.
 */
@NullMarked
package dev.muster.bootstrap.document;

import org.jspecify.annotations.NullMarked;
