package dev.muster.security.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals private keys, and other secrets, with AES-256-GCM (NIST SP 800-38D). The name of the secret is authenticated with
 * it, so that a sealed one can't be put in another's place.
 */
final class KeySeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    KeySeal(MasterKey master) {
        this(master.secret());
    }

    /** @param key for AES-256 */
    KeySeal(SecretKey key) {
        this.key = key;
    }

    /** Nonce, encrypted text and tag, in base64. */
    String seal(String kid, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, kid, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** @throws GeneralSecurityException if it was not sealed for this name under this master key, or was changed */
    String unseal(String kid, String sealed) throws GeneralSecurityException {
        byte[] bytes = decode(sealed);
        if (bytes.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer encrypted = ByteBuffer.wrap(bytes).get(nonce);
        byte[] secret = cipher(Cipher.DECRYPT_MODE, kid, nonce)
                .doFinal(encrypted.array(), encrypted.position(), encrypted.remaining());
        return new String(secret, StandardCharsets.UTF_8);
    }

    private static byte[] decode(String sealed) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not base64", notBase64);
        }
    }

    private Cipher cipher(int mode, String kid, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
