package dev.muster.testkit.session;

import dev.muster.domain.session.TokenSecrets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Secrets for tests, from a generator that is fast and not fit for secrets. Thread-safe. */
public final class FastTokenSecrets implements TokenSecrets {

    @Override
    public String next() {
        byte[] bits = new byte[32];
        ThreadLocalRandom.current().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
