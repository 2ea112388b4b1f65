package dev.muster.web.shared;

import dev.muster.domain.shared.ErrorCode;

/** Codes of requests that fail before they mean anything, and of faults of Muster itself. */
public enum WebError implements ErrorCode {
    /** The body is not JSON in UTF-8. */
    MALFORMED_JSON(400),
    UNKNOWN_PROPERTY(400),
    DUPLICATE_PROPERTY(400),
    /** A value of the body is of another type than the one documented; nothing is converted. */
    WRONG_TYPE(400),
    MISSING_BODY(400),
    UNKNOWN_PARAMETER(400),
    /** A query parameter has a value that it can't have, or comes twice where once is meant. */
    INVALID_PARAMETER(400),
    /** The cursor is damaged, or was never one of ours. */
    INVALID_CURSOR(400),
    INVALID_HEADER(400),
    /** Idempotency-Key is no key, or is there more than once. */
    INVALID_IDEMPOTENCY_KEY(400),
    /** What was mailed is unknown, used, replaced or expired (requirements A6, A7). */
    INVALID_TOKEN(400),
    /** What came is not a sound HTTP request. */
    MALFORMED_REQUEST(400),
    ROUTE_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** The head or the body of the request did not come in time. */
    REQUEST_TIMEOUT(408),
    /** The body is longer than {@link WebServer#MAX_BODY_BYTES}. */
    BODY_TOO_LARGE(413),
    URI_TOO_LONG(414),
    /** The body is of a type or a coding that the route does not read. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** No byte of a file is in the range that was asked for. */
    RANGE_NOT_SATISFIABLE(416),
    HEADERS_TOO_LARGE(431),
    /** A fault of Muster; the log has it under the request id. */
    INTERNAL_ERROR(500);

    private final int status;

    WebError(int status) {
        this.status = status;
    }

    /** The HTTP status code. */
    int status() {
        return status;
    }
}
