package dev.muster.application.session;

import dev.muster.domain.session.AccessTokens;

/** What others need to verify our access tokens. */
public record PublicKeys(AccessTokens accessTokens) {

    /** The JWK Set, in JSON (RFC 7517, section 5). */
    public String jwks() {
        return accessTokens.jwks();
    }
}
