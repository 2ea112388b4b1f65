package dev.muster.domain.shared;

/**
 * A fault whose message may stand in a log: it holds nothing of a person, no secret and no SQL. The messages of all others
 * are left out of logs.
 */
public abstract class LoggedFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected LoggedFault(String reason) {
        super(reason);
    }

    /** What happened, in a few words. */
    public final String reason() {
        return String.valueOf(getMessage());
    }
}
