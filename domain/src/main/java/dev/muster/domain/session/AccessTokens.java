package dev.muster.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signs and verifies access tokens: JWTs by RFC 9068 (requirement A14). Thread-safe. */
public interface AccessTokens {

    /** A new key pair, its private part sealed. Not in use until {@link #use}. */
    SigningKey generateKey(Instant now);

    /**
     * Works with these keys from now on: signs with the newest, accepts all that can be unsealed.
     *
     * @throws IllegalStateException if the newest can't be unsealed; says which setting to look at
     */
    void use(List<SigningKey> keys);

    /** The token as a signed JWT. */
    String sign(AccessToken token);

    /**
     * What a token says.
     *
     * @param now the time at which it has to be valid
     * @return empty for whatever is not a valid token of ours, garbage included
     */
    Optional<AccessToken> verify(String token, Instant now);

    /** The public keys as a JWK Set (RFC 7517, section 5), in JSON. */
    String jwks();
}
