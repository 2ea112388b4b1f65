package dev.muster.domain.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs access tokens. Its private part is sealed: only who knows the master key can use it.
 *
 * @param id the {@code kid}
 * @param algorithm the {@code alg} (RFC 7518, section 3.1)
 * @param publicJwk the public part as a JWK, in JSON
 * @param sealedPrivate the private part, encrypted; base64
 * @param notBefore from when on it signs
 * @param retireAt until when its signatures are accepted, or null for no end set yet
 */
public record SigningKey(
        String id,
        String algorithm,
        String publicJwk,
        String sealedPrivate,
        Instant notBefore,
        @Nullable Instant retireAt) {

    /** The same key with another end. */
    public SigningKey retiringAt(Instant other) {
        return new SigningKey(id, algorithm, publicJwk, sealedPrivate, notBefore, other);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
