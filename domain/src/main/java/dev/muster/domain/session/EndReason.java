package dev.muster.domain.session;

/** Why a session or a refresh token was ended before its time. */
public enum EndReason {
    /** The person signed out. */
    LOGOUT,
    /** A spent refresh token came again. */
    TOKEN_REUSED
}
