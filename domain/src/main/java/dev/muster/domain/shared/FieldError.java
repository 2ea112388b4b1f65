package dev.muster.domain.shared;

/** What can be wrong with one value of a request; the codes of {@link Violation}s, and of their sum. */
public enum FieldError implements ErrorCode {
    /** At least one value of the request breaks a rule; the violations say which. */
    VALIDATION_FAILED,
    REQUIRED,
    TOO_SHORT,
    TOO_LONG,
    TOO_MANY,
    OUT_OF_RANGE,
    INVALID_FORMAT,
    /** Text that can't be stored or shown: U+0000, a lone surrogate, a control character in a single line. */
    INVALID_CHARACTER
}
