package dev.muster.persistence.session;

import dev.muster.domain.session.SigningKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of signing_keys. */
@MappedEntity(value = "signing_keys", schema = "muster")
record SigningKeyRow(
        @Id String kid,
        String algorithm,
        String publicJwk,
        String sealedPrivate,
        Instant notBefore,
        @Nullable Instant retireAt) {

    static SigningKeyRow from(SigningKey key) {
        return new SigningKeyRow(
                key.id(), key.algorithm(), key.publicJwk(), key.sealedPrivate(), key.notBefore(), key.retireAt());
    }

    SigningKey toSigningKey() {
        return new SigningKey(kid, algorithm, publicJwk, sealedPrivate, notBefore, retireAt);
    }
}
