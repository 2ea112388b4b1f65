package dev.muster.domain.session;

/** Makes opaque tokens. Thread-safe. */
public interface TokenSecrets {

    /** A new secret of 256 random bits, in base64url without padding: 43 characters (requirement A4). */
    String next();

    /**
     * The secret that belongs to a seed: the same for the same seed on every node with the same master key, and not to be
     * guessed by who lacks that; 43 characters of base64url.
     */
    String derive(String seed);
}
