package dev.muster.domain.shared;

/** What the caller knew is no longer so: the stored version is another than the one named. */
public final class PreconditionFailed extends Failure {

    private static final long serialVersionUID = 1L;

    public PreconditionFailed(ErrorCode code, String detail) {
        super(code, detail);
    }
}
