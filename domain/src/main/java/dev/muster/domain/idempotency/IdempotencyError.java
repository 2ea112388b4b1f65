package dev.muster.domain.idempotency;

import dev.muster.domain.shared.ErrorCode;

/** Codes of keys that can't be had. */
public enum IdempotencyError implements ErrorCode {
    /** The key was used for another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** The first request of the key is still running. */
    IDEMPOTENCY_KEY_IN_USE,
    /** The first request of the key was carried out, and its answer is not at hand. */
    IDEMPOTENCY_OUTCOME_UNKNOWN
}
