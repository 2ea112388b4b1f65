package dev.muster.security.session;

import dev.muster.domain.session.TokenSecrets;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets from the system's source of chance. */
@Singleton
final class RandomTokenSecrets implements TokenSecrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
