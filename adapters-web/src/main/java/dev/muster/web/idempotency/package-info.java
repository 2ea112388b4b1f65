/**
 * The header Idempotency-Key, for every POST of the API alike (requirement C8, draft-ietf-httpapi-idempotency-key-header-07).
 * Controllers know nothing of it.
 */
@NullMarked
package dev.muster.web.idempotency;

import org.jspecify.annotations.NullMarked;
