package dev.muster.security.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which secrets in the database are sealed: 256 bits for AES; keys for other purposes follow from it. It never
 * enters the database itself.
 */
public final class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey secret;

    private MasterKey(byte[] bytes) {
        this.secret = new SecretKeySpec(bytes, "AES");
    }

    public static MasterKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /**
     * The key in the form of {@link #text}; white space around it, as a file has it, doesn't matter.
     *
     * @throws IllegalArgumentException if it is not 32 bytes in base64; the message says what it is, and doesn't repeat it
     */
    public static MasterKey parse(String text) {
        byte[] bytes = decoded(text.strip());
        if (bytes.length != BYTES) {
            throw refused("has " + bytes.length + " bytes");
        }
        return new MasterKey(bytes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            // Its message would show a part of the secret.
            throw refused("is not base64");
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "it " + why + ", and a master key is 32 random bytes in base64 (openssl rand -base64 32)");
    }

    /** The key in base64, to be kept where only the server can read it. */
    public String text() {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    SecretKey secret() {
        return secret;
    }

    /** A key for another purpose, which tells nothing of this one or of those with another label (RFC 5869). */
    SecretKey derive(String label, String algorithm, int bytes) {
        HKDFParameterSpec labelled = HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(label.getBytes(StandardCharsets.US_ASCII), bytes);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, labelled);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HKDF", impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[***]";
    }
}
