package dev.muster.domain.user;

/** The states of an account (requirement A10). */
public enum UserStatus {
    ACTIVE,
    /** Not yet verified where verification is required; can't sign in. */
    INACTIVE,
    /** Shut by an administrator; can't sign in. */
    SUSPENDED,
    /** Deleted by its owner or an administrator; can be recovered inside a grace period. */
    DELETED
}
