package dev.muster.domain.session;

/**
 * How access tokens are made, and whose are accepted (RFC 9068, section 4).
 *
 * @param issuer the {@code iss} of tokens made and accepted: the base URL
 * @param audience the {@code aud} of tokens made and accepted
 * @param clientId the {@code client_id} of tokens made for the first-party API
 * @param algorithm of keys made from now on; keys of the other algorithm go on until they retire
 */
public record TokenPolicy(String issuer, String audience, String clientId, TokenAlgorithm algorithm) {

    /** Signs with {@link TokenAlgorithm#ES256}. */
    public TokenPolicy(String issuer, String audience, String clientId) {
        this(issuer, audience, clientId, TokenAlgorithm.ES256);
    }
}
