/**
 * One mechanism for every request that carries a key (requirement C8). It is run once, its answer is kept, and whatever it
 * writes is kept together with the note that it was carried out.
 */
@NullMarked
package dev.muster.application.idempotency;

import org.jspecify.annotations.NullMarked;
