package dev.muster.domain.session;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures to sign in or stay signed in. */
public enum SessionError implements ErrorCode {
    /** Unknown account, wrong password, or an account that may not sign in; never told apart (requirement A3). */
    INVALID_CREDENTIALS,
    /** No access token came with the request. */
    MISSING_ACCESS_TOKEN,
    /** The access token is malformed, not ours, expired, or its session has ended. */
    INVALID_ACCESS_TOKEN,
    /** What is asked for needs a more recent sign-in than that of the session (RFC 9470). */
    REAUTHENTICATION_REQUIRED,
    /** The refresh token is unknown, or its session has ended. */
    INVALID_REFRESH_TOKEN,
    REFRESH_TOKEN_EXPIRED,
    /** The person has no such session. */
    SESSION_NOT_FOUND,
    /** The refresh token was used before; its session has been ended, as it may have been stolen (requirement A4). */
    REFRESH_TOKEN_REUSED
}
