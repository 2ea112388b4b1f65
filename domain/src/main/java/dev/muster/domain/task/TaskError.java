package dev.muster.domain.task;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about tasks. */
public enum TaskError implements ErrorCode {
    TASK_NOT_FOUND,
    /** Only what is in the trash can be restored. */
    TASK_NOT_DELETED,
    /** The parent that a task names is not a task of its owner, or is in the trash. */
    PARENT_NOT_FOUND
}
