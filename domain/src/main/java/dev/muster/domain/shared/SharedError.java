package dev.muster.domain.shared;

/** Codes that belong to no feature. */
public enum SharedError implements ErrorCode {
    /** The stored version is another than the one the caller named or has read. */
    STALE_VERSION,
    /** It exists, and one may know of it, but one's roles don't allow this (requirement A12). */
    PERMISSION_MISSING,
    /** The database can't be reached, or gave no answer in time. */
    DATABASE_UNAVAILABLE,
    /** More work is waiting than Muster is set to hold. */
    OVERLOADED
}
