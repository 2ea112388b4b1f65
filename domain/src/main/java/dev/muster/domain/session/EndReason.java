package dev.muster.domain.session;

/** Why a session or a refresh token was ended before its time. */
public enum EndReason {
    /** The person signed out. */
    LOGOUT,
    /** A spent refresh token came again. */
    TOKEN_REUSED,
    /** The person ended it from another session. */
    REVOKED,
    /** The password was changed from another session. */
    PASSWORD_CHANGED,
    /** The account was deleted. */
    ACCOUNT_DELETED,
    /** The account was shut by an administrator. */
    ACCOUNT_SUSPENDED,
    /** An administrator ended it. */
    ENDED_BY_ADMIN,
    /** The person signed in elsewhere, and has no more than a number of sessions at once. */
    TOO_MANY_SESSIONS,
    /** Someone signed in from the client that held it. */
    REPLACED
}
