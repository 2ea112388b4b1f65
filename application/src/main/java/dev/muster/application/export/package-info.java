/**
 * Asking for exports, making them, handing them out and clearing them away.
 * They are asked for and handed out on behalf of their owner; a job of Muster's own makes them and clears them away.
 */
@NullMarked
package dev.muster.application.export;

import org.jspecify.annotations.NullMarked;
