/**
 * Wires the use cases about users.
 * The adapters come from their own modules, by their ports.
 */
@NullMarked
package dev.muster.bootstrap.user;

import org.jspecify.annotations.NullMarked;
