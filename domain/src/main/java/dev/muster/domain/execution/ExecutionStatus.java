package dev.muster.domain.execution;

/** How far an execution is. */
public enum ExecutionStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether it has ended, so that nothing of it changes any more. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }

    /** Whether an execution may go from this state to another one, directly. */
    public boolean mayBecome(ExecutionStatus next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == CANCELLED;
            case RUNNING -> next.isFinal();
            case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }
}
