package dev.muster.domain.shared;

import java.time.Duration;

/** Too much was asked in too short a time. */
public final class TooMany extends Failure {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter the time after which it is worth asking again, more than zero */
    public TooMany(ErrorCode code, String detail, Duration retryAfter) {
        super(code, detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
