package dev.muster.domain.export;

/** Where an export stands. */
public enum ExportStatus {
    /** It waits to be made, perhaps once more. */
    QUEUED,
    /** It is being made. */
    RUNNING,
    /** It can be downloaded until its time is over. */
    SUCCEEDED,
    /** It was given up. */
    FAILED,
    /** Its file is gone. */
    EXPIRED
}
