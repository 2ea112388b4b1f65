package dev.muster.cache.limit;

import dev.muster.domain.limit.RateLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a count is kept under.
 *
 * @param limit its name
 * @param key as it is where it is short; otherwise its SHA-256, so that long text takes no room
 */
record CountedKey(String limit, String key) {

    private static final int SHORT = 64;

    static CountedKey of(RateLimit limit, String key) {
        return new CountedKey(limit.name(), key.length() <= SHORT ? key : digest(key));
    }

    /** The key in a store that others may read: never says who it is about. */
    static String hidden(RateLimit limit, String key) {
        return "muster:limit:" + limit.name() + ":" + digest(key);
    }

    private static String digest(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
