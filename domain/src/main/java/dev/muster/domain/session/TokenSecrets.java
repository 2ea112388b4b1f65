package dev.muster.domain.session;

/** Makes opaque tokens. Thread-safe. */
@FunctionalInterface
public interface TokenSecrets {

    /** A new secret of 256 random bits, in base64url without padding: 43 characters (requirement A4). */
    String next();
}
