package dev.muster.web.shared;

import dev.muster.domain.shared.ErrorCode;

/** What can be wrong with one value of a request, besides what the values of the domain know themselves. */
public enum ValueError implements ErrorCode {
    /** It is none of the values that there are. */
    UNKNOWN_VALUE,
    /** Beside the other values of the request, this one has no meaning. */
    NOT_ALLOWED
}
