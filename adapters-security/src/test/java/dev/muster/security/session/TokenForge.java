package dev.muster.security.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.TokenPolicy;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Access tokens under test with their key laid open, so that a test can sign what Muster never would. */
final class TokenForge {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final TokenPolicy POLICY = new TokenPolicy("https://muster.example", "muster", "muster-web");

    final MasterKey master = MasterKey.random();
    final JwtAccessTokens tokens = new JwtAccessTokens(POLICY, master, Optional::empty);
    final SigningKey stored = tokens.generateKey(NOW.minusSeconds(60));
    final ECKey key = opened(stored).toECKey();

    TokenForge() {
        tokens.use(List.of(stored));
    }

    JWK opened(SigningKey sealed) {
        try {
            return JWK.parse(new KeySeal(master).unseal(sealed.id(), sealed.sealedPrivate()));
        } catch (GeneralSecurityException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    static AccessToken token() {
        return new AccessToken(
                UUID.fromString("01957a3e-0000-7000-8000-000000000001"),
                new UserId(UUID.fromString("01957a3e-0000-7000-8000-000000000002")),
                new SessionId(UUID.fromString("01957a3e-0000-7000-8000-000000000003")),
                Set.of(Role.USER, Role.ADMIN),
                NOW,
                NOW.plusSeconds(600));
    }

    /** The header of a good token. */
    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(JwtKey.TYPE).keyID(stored.id());
    }

    /** The claims of a good token. */
    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder(new JwtClaims(POLICY).of(token()));
    }

    /** Signed with Muster's own key, whatever it says. */
    String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
        return sign(header, claims, signer(key));
    }

    static String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(header.build(), claims.build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Signed with Muster's own key, whatever text stands there; the two parts of the signature side by side. */
    String signText(String header, String payload) {
        return signText(header, payload, "SHA256withECDSAinP1363Format");
    }

    String signText(String header, String payload, String algorithm) {
        try {
            String unsigned = base64(header) + "." + base64(payload);
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.toECPrivateKey());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + base64(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static ECKey anotherKey(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    Optional<AccessToken> verify(String token) {
        return tokens.verify(token, NOW);
    }
}
