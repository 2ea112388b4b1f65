package dev.muster.security.user;

import dev.muster.domain.user.PasswordHash;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash with all that is needed to compute it again, in the PHC string format:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, the last two in base64 without padding.
 */
final class Argon2Hash {

    /** Salts of 8 to 64 bytes, tags of 16 to 64 bytes. */
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] tag;

    Argon2Hash(Argon2Cost cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt.clone();
        this.tag = tag.clone();
    }

    /** Empty for another algorithm, another version, or a cost outside the bounds. */
    static Optional<Argon2Hash> parse(PasswordHash hash) {
        Matcher parts = PHC.matcher(hash.value());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost = new Argon2Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        if (!cost.isBounded()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new Argon2Hash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    PasswordHash toPasswordHash() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.iterations(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(tag)));
    }

    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    int saltBytes() {
        return salt.length;
    }

    int tagBytes() {
        return tag.length;
    }

    /** In a time that doesn't depend on where they differ. */
    boolean hasTag(byte[] other) {
        return MessageDigest.isEqual(tag, other);
    }
}
