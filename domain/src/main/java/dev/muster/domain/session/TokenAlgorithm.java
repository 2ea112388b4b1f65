package dev.muster.domain.session;

/** How access tokens are signed (RFC 7518, section 3.1); the names are those of the standard. */
public enum TokenAlgorithm {
    /** ECDSA on P-256: short signatures, made fast. */
    ES256,
    /** RSA: what every resource server has to understand (RFC 9068, section 2.1). */
    RS256
}
