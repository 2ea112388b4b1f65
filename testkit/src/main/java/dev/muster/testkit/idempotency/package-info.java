/**
 * Contracts of idempotency keys and of the seal of their answers, with adapters in memory and sample claims.
 * Every store implements its contract and passes it.
 */
@NullMarked
package dev.muster.testkit.idempotency;

import org.jspecify.annotations.NullMarked;
