package dev.muster.domain.task;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about tasks. */
public enum TaskError implements ErrorCode {
    TASK_NOT_FOUND,
    /** Only what is in the trash can be restored. */
    TASK_NOT_DELETED,
    /** The parent that a task names is not a task of its owner, or is in the trash. */
    PARENT_NOT_FOUND,
    /** A task can't be a part of itself or of one of its own parts. */
    PARENT_CYCLE,
    /** Parts of parts go down {@value TaskGraph#MAX_DEPTH} levels below a task, no further. */
    TOO_DEEP,
    /** A task can't wait for itself, nor for one that waits for it, directly or not. */
    DEPENDENCY_CYCLE,
    /** A task waits for at most {@value Blockers#MAX_COUNT} others. */
    TOO_MANY_BLOCKERS,
    /** A task is completed only when everything it waits for is done. */
    TASK_BLOCKED,
    /** Of the operations of a batch, each is about another task. */
    TASK_REPEATED
}
