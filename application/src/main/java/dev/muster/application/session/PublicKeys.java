package dev.muster.application.session;

import dev.muster.domain.session.AccessTokens;
import java.time.Duration;

/** What others need to verify our access tokens. */
public record PublicKeys(AccessTokens accessTokens) {

    /**
     * How long they may be kept: long before {@link RotateSigningKeys#PUBLISHED_AHEAD} is over, so that nobody meets a token
     * of a key that they can't know yet.
     */
    public static final Duration MAX_AGE = Duration.ofMinutes(5);

    /** The JWK Set, in JSON (RFC 7517, section 5). */
    public String jwks() {
        return accessTokens.jwks();
    }
}
