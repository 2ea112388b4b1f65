package dev.muster.security.user;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id in Java: slower than {@link SodiumArgon2}, but on every platform and with any parameters. */
final class BouncyCastleArgon2 implements Argon2 {

    @Override
    public boolean supports(Argon2Cost cost, int saltBytes, int tagBytes) {
        return true;
    }

    @Override
    public byte[] derive(byte[] password, byte[] salt, Argon2Cost cost, int tagBytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[tagBytes];
        generator.generateBytes(password, tag);
        return tag;
    }
}
