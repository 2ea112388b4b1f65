package dev.muster.testkit.session;

import dev.muster.domain.session.TokenHash;
import dev.muster.domain.session.TokenSecrets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Secrets for tests, from a generator that is fast and not fit for secrets. Thread-safe. */
public final class FastTokenSecrets implements TokenSecrets {

    private final String masterKey;

    /** Of the installation that tests have where they don't need two. */
    public FastTokenSecrets() {
        this("master key");
    }

    /** @param masterKey the same for the nodes of one installation */
    public FastTokenSecrets(String masterKey) {
        this.masterKey = masterKey;
    }

    @Override
    public String next() {
        byte[] bits = new byte[32];
        ThreadLocalRandom.current().nextBytes(bits);
        return text(bits);
    }

    @Override
    public String derive(String seed) {
        return text(HexFormat.of()
                .parseHex(
                        TokenHash.of(masterKey + "\n" + seed + "\n" + masterKey).hex()));
    }

    private static String text(byte[] bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
