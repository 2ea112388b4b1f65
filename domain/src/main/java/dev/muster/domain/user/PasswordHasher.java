package dev.muster.domain.user;

/**
 * Hashes passwords slowly, on purpose. Thread-safe. Every method that hashes waits for its turn and throws
 * {@link dev.muster.domain.shared.Unavailable} with {@link UserError#TOO_MANY_SIGN_INS} when too many wait already, so
 * that a flood can't exhaust the memory (requirement A3, A18).
 */
public interface PasswordHasher {

    /** A new hash with a salt of its own, under the parameters in force. */
    PasswordHash hash(Password password);

    /** Whether the password is the hashed one; false also for a hash of no known form. Takes the same time either way. */
    boolean verify(Password password, PasswordHash hash);

    /** Takes the time of {@link #verify} for nobody's hash, so that an unknown account takes as long as a known one. */
    void verifyNobody(Password password);

    /** Whether the hash was made with other than the parameters in force. */
    boolean needsRehash(PasswordHash hash);

    /**
     * Whether a hash made elsewhere can be verified here and is good enough until its owner signs in: Argon2id as a PHC
     * string, or bcrypt of cost 12 to 16 (requirement A18).
     */
    boolean accepts(PasswordHash hash);
}
