package dev.muster.domain.shared;

import java.time.Duration;

/** Something that Muster needs is busy or away; nothing was changed, and the same request may pass soon. */
public final class Unavailable extends Failure {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter the time after which it is worth asking again, more than zero */
    public Unavailable(ErrorCode code, String detail, Duration retryAfter) {
        super(code, detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
