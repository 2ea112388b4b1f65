package dev.muster.domain.shared;

/** There is no such thing for who asks; someone else's is no different from none. */
public final class NotFound extends Failure {

    private static final long serialVersionUID = 1L;

    public NotFound(ErrorCode code, String detail) {
        super(code, detail);
    }
}
