package dev.muster.domain.shared;

/** Codes that belong to no feature. */
public enum SharedError implements ErrorCode {
    /** The stored version is another than the one the caller named or has read. */
    STALE_VERSION,
    /** The database can't be reached, or gave no answer in time. */
    DATABASE_UNAVAILABLE,
    /** More work is waiting than Muster is set to hold. */
    OVERLOADED
}
