package dev.muster.security.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.SigningKey;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys in use at a time, and the tokens verified with them; replaced as a whole when the keys change. */
final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final JwtClaims claims;
    private final Map<String, JwtKey> accepted;
    private final List<JwtKey> newestFirst;
    private final String jwks;
    private final VerifiedTokens verified = new VerifiedTokens();

    private KeyRing(JwtClaims claims, Map<String, JwtKey> opened) {
        this.claims = claims;
        this.accepted = opened;
        this.newestFirst = List.copyOf(opened.values());
        this.jwks = new JWKSet(newestFirst.stream().map(JwtKey::published).toList()).toString();
    }

    /**
     * Opens keys.
     *
     * @throws UnsealFailure if the newest can't be opened; others that can't are left out, with a line in the log
     */
    static KeyRing open(List<SigningKey> keys, JwtClaims claims, KeySeal seal, @Nullable Provider provider) {
        Map<String, JwtKey> opened = new LinkedHashMap<>();
        for (SigningKey key : keys.stream()
                .sorted(Comparator.comparing(SigningKey::notBefore).reversed())
                .toList()) {
            try {
                opened.put(key.id(), JwtKey.open(key, seal, provider));
            } catch (GeneralSecurityException | ParseException | JOSEException unusable) {
                if (opened.isEmpty()) {
                    throw new UnsealFailure(
                            "The signing key " + key.id()
                                    + " can't be unsealed: MUSTER_SECRET_KEY (or _FILE) is not the"
                                    + " master key it was sealed with, or its row was changed.",
                            unusable);
                }
                LOG.warn("Signing key {} can't be unsealed; its tokens are no longer accepted", key.id());
            }
        }
        return new KeyRing(claims, opened);
    }

    /** @throws IllegalStateException if the ring has no key that signs at the time */
    String sign(AccessToken token) {
        JwtKey key = signingAt(token.issuedAt());
        AccessToken inSeconds = new AccessToken(
                token.id(),
                token.subject(),
                token.session(),
                token.roles(),
                token.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                token.expiresAt().truncatedTo(ChronoUnit.SECONDS));
        SignedJWT jwt = new SignedJWT(key.header(), claims.of(inSeconds));
        try {
            jwt.sign(key.signer());
        } catch (JOSEException broken) {
            throw new IllegalStateException("the signing key signs nothing", broken);
        }
        String signed = jwt.serialize();
        verified.remember(signed, inSeconds, key.acceptedUntil(inSeconds.expiresAt()));
        return signed;
    }

    private JwtKey signingAt(Instant time) {
        List<JwtKey> able =
                newestFirst.stream().filter(key -> !key.hasRetired(time)).toList();
        if (able.isEmpty()) {
            throw new IllegalStateException("no signing key is in use");
        }
        // The oldest for a node whose clock is behind that of the one that made the first key.
        return able.stream()
                .filter(key -> !time.isBefore(key.notBefore()))
                .findFirst()
                .orElseGet(able::getLast);
    }

    /** What a token that was verified before says. */
    Optional<AccessToken> findVerified(String token, Instant now) {
        return verified.find(token, now).filter(says -> JwtClaims.isCurrent(says, now));
    }

    /** What a token says, if one of these keys signed it, and it is valid at the time. */
    Optional<AccessToken> verify(String token, Instant now) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        // The key is found by its name alone; one that comes with the token (jwk, jku, x5c, x5u) is nobody's.
        JwtKey key = accepted.get(jwt.getHeader().getKeyID());
        if (key == null || !key.signed(jwt, now)) {
            return Optional.empty();
        }
        JWTClaimsSet signed = jwt.getJWTClaimsSet();
        Optional<AccessToken> says = claims.read(signed, now);
        says.ifPresent(valid -> verified.remember(token, valid, key.acceptedUntil(valid.expiresAt())));
        return says;
    }

    String jwks() {
        return jwks;
    }
}
