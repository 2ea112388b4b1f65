package dev.muster.security.user;

import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Argon2id with a salt of 128 and a tag of 256 bits (RFC 9106, section 4); the password as UTF-8. */
@Singleton
final class Argon2PasswordHasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final Argon2Cost cost;
    private final HashingGate gate;
    private final Supplier<Optional<Argon2>> fast;
    private final Argon2 universal = new BouncyCastleArgon2();
    private final SecureRandom random = new SecureRandom();

    @Inject
    Argon2PasswordHasher(HashingPolicy policy) {
        this(
                new Argon2Cost(policy.memoryKib(), policy.iterations(), policy.parallelism()),
                new HashingGate(policy),
                SodiumArgon2::ofThisPlatform);
    }

    /** @param fast preferred where it supports what is asked for; first asked when there is something to hash */
    Argon2PasswordHasher(Argon2Cost cost, HashingGate gate, Supplier<Optional<Argon2>> fast) {
        this.cost = cost;
        this.gate = gate;
        this.fast = fast;
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Argon2Hash(cost, salt, derive(password, salt, cost, TAG_BYTES)).toPasswordHash();
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        Optional<Argon2Hash> known = Argon2Hash.parse(hash);
        if (known.isEmpty()) {
            verifyNobody(password);
            return false;
        }
        Argon2Hash stored = known.get();
        return stored.hasTag(derive(password, stored.salt(), stored.cost(), stored.tagBytes()));
    }

    @Override
    public void verifyNobody(Password password) {
        derive(password, new byte[SALT_BYTES], cost, TAG_BYTES);
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return Argon2Hash.parse(hash)
                .filter(known -> known.cost().equals(cost))
                .filter(known -> known.saltBytes() == SALT_BYTES && known.tagBytes() == TAG_BYTES)
                .isEmpty();
    }

    private byte[] derive(Password password, byte[] salt, Argon2Cost at, int tagBytes) {
        Argon2 engine = fast.get()
                .filter(candidate -> candidate.supports(at, salt.length, tagBytes))
                .orElse(universal);
        return gate.pass(at.memoryKib(), () -> {
            byte[] secret = password.value().getBytes(StandardCharsets.UTF_8);
            try {
                return engine.derive(secret, salt, at, tagBytes);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        });
    }
}
