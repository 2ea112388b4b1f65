package dev.muster.domain.execution;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about executions. */
public enum ExecutionError implements ErrorCode {
    EXECUTION_NOT_FOUND,
    /** The state of the execution does not allow the change. */
    EXECUTION_STATE,
    /** Only what has ended has an output. */
    OUTPUT_BEFORE_END,
    /** Only what has failed has an error. */
    ERROR_WITHOUT_FAILURE
}
