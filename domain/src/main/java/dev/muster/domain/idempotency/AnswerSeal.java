package dev.muster.domain.idempotency;

import java.util.Optional;

/**
 * Seals answers, which may hold tokens, so that who reads the store learns nothing of them. What is sealed for one key
 * can't be put in another's place.
 */
public interface AnswerSeal {

    /** The answer to the request of a key, sealed; another text each time. */
    String seal(String key, String answer);

    /** The answer; empty if it was not sealed for this key by this installation, or was changed. */
    Optional<String> unseal(String key, String sealed);
}
