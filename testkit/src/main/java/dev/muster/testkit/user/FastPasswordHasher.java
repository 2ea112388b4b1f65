package dev.muster.testkit.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Salted SHA-256: hashes for tests, which have many passwords and no time. Nobody ever waits, so nobody is refused. */
public final class FastPasswordHasher implements PasswordHasher {

    private static final Pattern FORM =
            Pattern.compile("\\$test-sha256\\$r=([1-9])\\$([0-9a-f-]{36})\\$([0-9a-f]{64})");

    private final int rounds;

    /** Hashes once. */
    public FastPasswordHasher() {
        this(1);
    }

    /** @param rounds how often it hashes, 1 to 9; stands for the parameters that may be raised */
    public FastPasswordHasher(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public PasswordHash hash(Password password) {
        return hash(password, rounds, UUID.randomUUID().toString());
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        Matcher matcher = FORM.matcher(hash.value());
        if (!matcher.matches()) {
            return false;
        }
        PasswordHash expected = hash(password, Integer.parseInt(matcher.group(1)), matcher.group(2));
        return MessageDigest.isEqual(
                expected.value().getBytes(UTF_8), hash.value().getBytes(UTF_8));
    }

    @Override
    public void verifyNobody(Password password) {
        hash(password);
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return !hash.value().startsWith("$test-sha256$r=" + rounds + "$");
    }

    @Override
    public boolean accepts(PasswordHash hash) {
        return FORM.matcher(hash.value()).matches();
    }

    private static PasswordHash hash(Password password, int rounds, String salt) {
        String hex = salt + password.value();
        for (int round = 0; round < rounds; round++) {
            hex = TokenHash.of(hex).hex();
        }
        return new PasswordHash("$test-sha256$r=" + rounds + "$" + salt + "$" + hex);
    }
}
