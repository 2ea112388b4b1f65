package dev.muster.security.session;

/** The newest signing key can't be opened, mostly because another master key sealed it. The message is one sentence for who runs Muster. */
public final class UnsealFailure extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnsealFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
