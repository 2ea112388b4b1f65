package dev.muster.web.shared;

import java.nio.channels.ClosedChannelException;

/**
 * A request is not read to its end, and the connection takes no other. To the server it is the end of what can be read, and
 * so no fault to be logged where nobody waits for the rest.
 */
public final class UnreadRequest extends ClosedChannelException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    private UnreadRequest(WebError code, String detail) {
        this.refusal = new Refusal(code, detail);
    }

    /** The head or the body did not come in its time. */
    public static UnreadRequest overdue() {
        return new UnreadRequest(WebError.REQUEST_TIMEOUT, "The request did not come in time.");
    }

    /** Where the body ends can't be told, so it must not be taken for whole. */
    public static UnreadRequest malformed() {
        return new UnreadRequest(WebError.MALFORMED_REQUEST, "The body's chunks are not sound HTTP.");
    }

    Refusal refusal() {
        return refusal;
    }

    /** An answer and no fault, so it has no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
