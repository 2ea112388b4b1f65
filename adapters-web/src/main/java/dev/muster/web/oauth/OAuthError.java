package dev.muster.web.oauth;

import java.util.Locale;

/**
 * What the OAuth endpoints answer as {@code error} (RFC 6749, section 5.2, and where named otherwise). These names are the
 * standards', and may mean something else than the same code of a problem.
 */
enum OAuthError {
    /** A parameter is missing, repeated or malformed, or the request is none that is served here. */
    INVALID_REQUEST(400),
    /** Another client than the one there is, or one that authenticates. */
    INVALID_CLIENT(400),
    /** The refresh token is unknown, spent or expired, or its session has ended. */
    INVALID_GRANT(400),
    UNSUPPORTED_GRANT_TYPE(400),
    /** Scopes can't be chosen. */
    INVALID_SCOPE(400),
    /** The access token that the request came with is missing or not valid (RFC 6750, section 3.1). */
    INVALID_TOKEN(401),
    /** Asked too often, or Muster can't answer now; Retry-After says when to try again (RFC 6749, section 4.1.2.1). */
    TEMPORARILY_UNAVAILABLE(503),
    /** A fault of Muster (RFC 6749, section 4.1.2.1). */
    SERVER_ERROR(500);

    private final int status;

    OAuthError(int status) {
        this.status = status;
    }

    /** The name on the wire, such as {@code invalid_grant}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status code, where the answer has no other for a reason of HTTP itself. */
    int status() {
        return status;
    }
}
