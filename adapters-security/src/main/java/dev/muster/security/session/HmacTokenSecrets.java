package dev.muster.security.session;

import dev.muster.domain.session.TokenSecrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Secrets from the system's source of chance, and secrets of a seed: its HMAC-SHA256 (RFC 2104). */
@Singleton
final class HmacTokenSecrets implements TokenSecrets {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    HmacTokenSecrets(MasterKey master) {
        this.key = master.derive("muster token secrets 1", HMAC, BYTES);
    }

    @Override
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return text(secret);
    }

    @Override
    public String derive(String seed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return text(mac.doFinal(seed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }

    private static String text(byte[] secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
