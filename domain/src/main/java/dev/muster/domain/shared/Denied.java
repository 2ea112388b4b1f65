package dev.muster.domain.shared;

/** Who asks is known, and may not do this to something they may know of. */
public final class Denied extends Failure {

    private static final long serialVersionUID = 1L;

    public Denied(ErrorCode code, String detail) {
        super(code, detail);
    }
}
