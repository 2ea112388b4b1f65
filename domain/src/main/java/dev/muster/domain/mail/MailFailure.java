package dev.muster.domain.mail;

/** A mail was not taken. Its message says why, for operators; it holds neither the mail's text nor a password. */
public final class MailFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    /** @param permanent whether trying again is of no use (RFC 5321, section 4.2.1: replies 5yz to this mail) */
    public MailFailure(String message, boolean permanent, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
    }

    /** The same without a cause, where that could tell too much. */
    public MailFailure(String message, boolean permanent) {
        super(message);
        this.permanent = permanent;
    }

    public boolean permanent() {
        return permanent;
    }
}
