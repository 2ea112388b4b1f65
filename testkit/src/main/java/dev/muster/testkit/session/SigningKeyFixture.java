package dev.muster.testkit.session;

import dev.muster.domain.session.SigningKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signing keys to store; they sign nothing. */
public final class SigningKeyFixture {

    private SigningKeyFixture() {}

    /** A key like no other. */
    public static SigningKey key(Instant notBefore, @Nullable Instant retireAt) {
        String id = "key-" + SessionFixture.nextId();
        String publicJwk = "{\"kty\":\"OKP\", \"crv\":\"Ed25519\",\"kid\":\"" + id + "\",\"x\":\"c2FtcGxl\"}";
        return new SigningKey(id, "EdDSA", publicJwk, "c2VhbGVkKzEvMj0=", notBefore, retireAt);
    }
}
