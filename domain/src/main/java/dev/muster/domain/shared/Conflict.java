package dev.muster.domain.shared;

/** The state of what is stored forbids the change; the same request may pass at another time. */
public final class Conflict extends Failure {

    private static final long serialVersionUID = 1L;

    public Conflict(ErrorCode code, String detail) {
        super(code, detail);
    }
}
