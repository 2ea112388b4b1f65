package dev.muster.domain.shared;

/**
 * An expected way for a request to fail, with a stable code and a sentence for the caller. Its category decides how it
 * is answered. Never holds a secret, and no stack trace, as it is an answer and not a fault.
 */
public abstract sealed class Failure extends RuntimeException
        permits Invalid, Unauthenticated, Denied, NotFound, Conflict, PreconditionFailed, TooMany, Unavailable {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    protected Failure(ErrorCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** The stable code. */
    public final ErrorCode code() {
        return code;
    }

    /** One sentence for the caller, free of secrets and internals. */
    public final String detail() {
        return String.valueOf(getMessage());
    }
}
