package dev.muster.domain.session;

/**
 * Whose access tokens are accepted (RFC 9068, section 4).
 *
 * @param issuer the {@code iss} of tokens made and accepted: the base URL
 * @param audience the {@code aud} of tokens made and accepted
 * @param clientId the {@code client_id} of tokens made for the first-party API
 */
public record TokenPolicy(String issuer, String audience, String clientId) {}
