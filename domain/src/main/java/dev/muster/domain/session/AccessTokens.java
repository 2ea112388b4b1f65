package dev.muster.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signs and verifies access tokens: JWTs by RFC 9068 (requirement A14). Thread-safe. */
public interface AccessTokens {

    /** A new key pair, its private part sealed. Not in use until {@link #use}. */
    SigningKey generateKey(Instant now);

    /**
     * Works with these keys from now on; may be called again at any time, while others sign and verify. All that can be
     * unsealed are published and accepted at once, each until its {@link SigningKey#retireAt}; one signs from its
     * {@link SigningKey#notBefore} on.
     *
     * @throws IllegalStateException if there is none, or the newest can't be unsealed; says which setting to look at
     */
    void use(List<SigningKey> keys);

    /**
     * The token as a JWT, signed with the newest key whose {@link SigningKey#notBefore} is not after the token's
     * {@link AccessToken#issuedAt}; with the oldest before that, as another node's clock may be ahead of this one's.
     *
     * @throws IllegalStateException if no key is in use, or all have retired
     */
    String sign(AccessToken token);

    /**
     * What a token says.
     *
     * @param now the time at which it has to be valid; a minute is allowed between the clocks of two nodes
     * @return empty for whatever is not a valid token of ours, garbage included
     */
    Optional<AccessToken> verify(String token, Instant now);

    /** The public keys as a JWK Set (RFC 7517, section 5), in JSON. */
    String jwks();
}
