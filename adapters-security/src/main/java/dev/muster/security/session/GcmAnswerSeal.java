package dev.muster.security.session;

import dev.muster.domain.idempotency.AnswerSeal;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals answers as private keys are sealed, but each under a key of its own that follows from the master key: the number of
 * answers has no bound, that of random nonces of one AES key has (NIST SP 800-38D, section 8.3).
 */
@Singleton
final class GcmAnswerSeal implements AnswerSeal {

    private static final int KEY_BYTES = 32;

    private final MasterKey master;

    GcmAnswerSeal(MasterKey master) {
        this.master = master;
    }

    @Override
    public String seal(String key, String answer) {
        return sealOf(key).seal(key, answer);
    }

    @Override
    public Optional<String> unseal(String key, String sealed) {
        try {
            return Optional.of(sealOf(key).unseal(key, sealed));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private KeySeal sealOf(String key) {
        return new KeySeal(master.derive("muster idempotent answers 1 " + key, "AES", KEY_BYTES));
    }
}
