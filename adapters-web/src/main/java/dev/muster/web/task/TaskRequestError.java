package dev.muster.web.task;

import dev.muster.domain.shared.ErrorCode;

/** What can be wrong with the relations that a request gives a task. */
public enum TaskRequestError implements ErrorCode {
    /** The parent of a task is chosen when it is made, and stays. */
    PARENT_FIXED,
    /** The project that a task names is not one of its owner's. */
    PROJECT_NOT_FOUND
}
