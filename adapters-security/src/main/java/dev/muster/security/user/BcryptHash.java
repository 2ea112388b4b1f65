package dev.muster.security.user;

import dev.muster.domain.user.PasswordHash;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A hash of bcrypt, as other systems made it: {@code $2b$12$}, salt and tag in bcrypt's own base64. Only verified, never
 * made. Of a password count the first 72 bytes of UTF-8, as in those systems: none would have let its owner in otherwise.
 */
record BcryptHash(String text) {

    /** What one computation holds: four tables of 256 words. */
    static final int MEMORY_KIB = 4;

    /** The last character of salt and tag has bits that mean nothing; they are zero in what any program writes. */
    private static final Pattern FORM =
            Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]");

    /** Below this a hash is too cheap to be kept (requirement A18). */
    private static final int MIN_COST = 12;

    /** Beyond this verifying one takes many seconds. */
    private static final int MAX_COST = 16;

    /** Empty for another algorithm, or a cost outside the bounds. */
    static Optional<BcryptHash> parse(PasswordHash hash) {
        Matcher parts = FORM.matcher(hash.value());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(parts.group(1));
        return cost < MIN_COST || cost > MAX_COST ? Optional.empty() : Optional.of(new BcryptHash(hash.value()));
    }

    /** Compared in a time that doesn't depend on where they differ. */
    boolean isOf(byte[] password) {
        return OpenBSDBCrypt.checkPassword(text, password);
    }

    @Override
    public String toString() {
        return "BcryptHash[***]";
    }
}
