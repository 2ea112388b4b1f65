/**
 * Requests that may be sent again without a second effect (requirement C8). A key names such a request; who begins one
 * holds its key until the answer is kept, and a repeat gets that answer.
 */
@NullMarked
package dev.muster.domain.idempotency;

import org.jspecify.annotations.NullMarked;
