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
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Argon2id with a salt of 128 and a tag of 256 bits (RFC 9106, section 4); the password as UTF-8. Hashes of bcrypt, which
 * other systems made, are verified too, and made anew at the first sign-in.
 */
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
        if (!cost.isBounded()) {
            // What it made could not be verified again.
            throw new IllegalArgumentException("hashing takes at most 128 MiB, 16 iterations and 16 lanes");
        }
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
        Optional<Argon2Hash> argon2 = Argon2Hash.parse(hash);
        if (argon2.isPresent()) {
            Argon2Hash stored = argon2.get();
            return stored.hasTag(derive(password, stored.salt(), stored.cost(), stored.tagBytes()));
        }
        Optional<BcryptHash> bcrypt = BcryptHash.parse(hash);
        if (bcrypt.isPresent()) {
            return inTurn(password, BcryptHash.MEMORY_KIB, bcrypt.get()::isOf);
        }
        verifyNobody(password);
        return false;
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

    @Override
    public boolean accepts(PasswordHash hash) {
        boolean argon2 = Argon2Hash.parse(hash)
                .map(Argon2Hash::cost)
                .filter(known -> known.equals(cost) || known.fitsImport())
                .isPresent();
        return argon2 || BcryptHash.parse(hash).isPresent();
    }

    private byte[] derive(Password password, byte[] salt, Argon2Cost at, int tagBytes) {
        Argon2 engine = fast.get()
                .filter(candidate -> candidate.supports(at, salt.length, tagBytes))
                .orElse(universal);
        return inTurn(password, at.memoryKib(), secret -> engine.derive(secret, salt, at, tagBytes));
    }

    private <T> T inTurn(Password password, int memoryKib, Function<byte[], T> work) {
        return gate.pass(memoryKib, () -> {
            byte[] secret = password.value().getBytes(StandardCharsets.UTF_8);
            try {
                return work.apply(secret);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        });
    }
}
