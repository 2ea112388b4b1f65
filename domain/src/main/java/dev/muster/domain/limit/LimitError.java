package dev.muster.domain.limit;

import dev.muster.domain.shared.ErrorCode;

/** Codes of what is asked for too often. */
public enum LimitError implements ErrorCode {
    /** More than a limit lets through in its window (requirement A13). */
    RATE_LIMITED
}
