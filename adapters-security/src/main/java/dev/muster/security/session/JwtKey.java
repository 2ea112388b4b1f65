package dev.muster.security.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSProvider;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.TokenAlgorithm;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signing key, opened. It makes and accepts tokens of its own algorithm only, ES256 or RS256, so that a token can't choose
 * how it is verified (RFC 8725, section 3.1).
 *
 * @param notBefore from when on it signs
 * @param retireAt until when its signatures are accepted, or null for no end set yet
 */
record JwtKey(
        JWK published,
        JWSHeader header,
        JWSSigner signer,
        JWSVerifier verifier,
        Instant notBefore,
        @Nullable Instant retireAt) {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    /** Good until 2030 (NIST SP 800-57 part 1, table 4), while a key serves for months and a token for minutes. */
    private static final int RSA_BITS = 2048;

    /** The type of access tokens (RFC 9068, section 2.1). */
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** The same, written as a whole media type. */
    private static final JOSEObjectType FULL_TYPE = new JOSEObjectType("application/at+jwt");

    /** A new key pair, named by its thumbprint (RFC 7638). */
    static JWK generate(TokenAlgorithm algorithm) throws JOSEException {
        JWKGenerator<? extends JWK> generator = switch (algorithm) {
            case ES256 -> new ECKeyGenerator(Curve.P_256);
            case RS256 -> new RSAKeyGenerator(RSA_BITS);
        };
        return generator
                .algorithm(JWSAlgorithm.parse(algorithm.name()))
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }

    /**
     * Opens a stored key. All of it is taken from the sealed part: who can write to the database, but doesn't know the
     * master key, can't make Muster accept a key.
     *
     * @param provider computes the signatures; null for the platform's own
     */
    static JwtKey open(SigningKey stored, KeySeal seal, @Nullable Provider provider)
            throws GeneralSecurityException, ParseException, JOSEException {
        JWK jwk = JWK.parse(seal.unseal(stored.id(), stored.sealedPrivate()));
        if (!jwk.isPrivate()) {
            throw new JOSEException("no private key");
        }
        JWSSigner signer = withProvider(provider, signer(jwk, provider));
        JWSVerifier verifier = withProvider(provider, verifier(jwk, provider));
        JWSAlgorithm algorithm = JWSAlgorithm.parse(stored.algorithm());
        if (!ALGORITHMS.contains(algorithm) || !signer.supportedJWSAlgorithms().contains(algorithm)) {
            throw new JOSEException("unsupported algorithm: " + algorithm);
        }
        JWSHeader header =
                new JWSHeader.Builder(algorithm).type(TYPE).keyID(stored.id()).build();
        return new JwtKey(jwk.toPublicJWK(), header, signer, verifier, stored.notBefore(), stored.retireAt());
    }

    private static JWSSigner signer(JWK jwk, @Nullable Provider provider)
            throws GeneralSecurityException, JOSEException {
        return switch (jwk) {
            case ECKey ec -> new ECDSASigner((PrivateKey) translate(ec.toPrivateKey(), provider), ec.getCurve());
            case RSAKey rsa -> new RSASSASigner((PrivateKey) translate(rsa.toPrivateKey(), provider));
            default -> throw new JOSEException("unsupported type of key: " + jwk.getKeyType());
        };
    }

    private static JWSVerifier verifier(JWK jwk, @Nullable Provider provider)
            throws GeneralSecurityException, JOSEException {
        return switch (jwk) {
            case ECKey ec -> new ECDSAVerifier((ECPublicKey) translate(ec.toPublicKey(), provider));
            case RSAKey rsa -> new RSASSAVerifier((RSAPublicKey) translate(rsa.toPublicKey(), provider));
            default -> throw new JOSEException("unsupported type of key: " + jwk.getKeyType());
        };
    }

    /** A provider's own form of a key: of another's it would have to be made for each signature anew. */
    private static Key translate(Key key, @Nullable Provider provider) throws GeneralSecurityException {
        return provider == null
                ? key
                : KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
    }

    private static <T extends JWSProvider> T withProvider(@Nullable Provider provider, T computes) {
        computes.getJCAContext().setProvider(provider);
        return computes;
    }

    /** Whether it is an access token signed with this key, at a time when the key is accepted. */
    boolean signed(SignedJWT jwt, Instant now) throws JOSEException {
        JOSEObjectType type = jwt.getHeader().getType();
        return header.getAlgorithm().equals(jwt.getHeader().getAlgorithm())
                // We know no extension; the library would let an empty list of them pass (RFC 7515, section 4.1.11).
                && jwt.getHeader().getCriticalParams() == null
                && (TYPE.equals(type) || FULL_TYPE.equals(type))
                && !hasRetired(now)
                && jwt.verify(verifier);
    }

    boolean hasRetired(Instant now) {
        return retireAt != null && !now.isBefore(retireAt);
    }

    /** When what expires at a time can no longer be accepted, as either it or this key has come to its end. */
    Instant acceptedUntil(Instant expiresAt) {
        return retireAt == null || expiresAt.isBefore(retireAt) ? expiresAt : retireAt;
    }
}
