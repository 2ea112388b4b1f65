package dev.muster.security.user;

/** Computes Argon2id, version 1.3 (RFC 9106). Thread-safe. */
interface Argon2 {

    /** Whether {@link #derive} can be asked for this. */
    boolean supports(Argon2Cost cost, int saltBytes, int tagBytes);

    /** The tag of a password, of so many bytes. */
    byte[] derive(byte[] password, byte[] salt, Argon2Cost cost, int tagBytes);
}
