package dev.muster.domain.shared;

/** Who asks is not known, or no longer: no, a wrong or an ended credential. */
public final class Unauthenticated extends Failure {

    private static final long serialVersionUID = 1L;

    public Unauthenticated(ErrorCode code, String detail) {
        super(code, detail);
    }
}
