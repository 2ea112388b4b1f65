/**
 * Wires the use cases of sessions.
 * The adapters come from their own modules, by their ports.
 */
@NullMarked
package dev.muster.bootstrap.session;

import org.jspecify.annotations.NullMarked;
