package dev.muster.web.oauth;

/** A request that an OAuth endpoint refuses. An answer and not a fault, so it has no stack trace. */
final class OAuthRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OAuthError error;

    /** @param description for a developer: printable ASCII without quotes (RFC 6749, section 5.2) */
    OAuthRefusal(OAuthError error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    OAuthError error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
