package dev.muster.security.session;

import static dev.muster.security.session.TokenForge.NOW;
import static dev.muster.security.session.TokenForge.POLICY;
import static dev.muster.security.session.TokenForge.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.TokenAlgorithm;
import dev.muster.domain.session.TokenPolicy;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class JwtAccessTokensTest {

    private final TokenForge forge = new TokenForge();
    private final JwtAccessTokens tokens = forge.tokens;

    @Test
    void tokenSaysWhatWasSigned() {
        String signed = tokens.sign(token());

        assertThat(tokens.verify(signed, NOW)).contains(token());
        assertThat(anotherNode().verify(signed, NOW)).contains(token());
    }

    @Test
    void tokenIsAnAccessTokenAsTheStandardHasIt() throws ParseException {
        SignedJWT jwt = SignedJWT.parse(tokens.sign(token()));

        assertThat(jwt.getHeader().toJSONObject())
                .containsOnly(
                        Map.entry("alg", "ES256"), Map.entry("typ", "at+jwt"), Map.entry("kid", forge.stored.id()));
        assertThat(jwt.getJWTClaimsSet().toJSONObject())
                .containsEntry("iss", POLICY.issuer())
                .containsEntry("aud", POLICY.audience())
                .containsEntry("client_id", POLICY.clientId())
                .containsEntry("sub", token().subject().toString())
                .containsEntry("sid", token().session().toString())
                .containsEntry("jti", token().id().toString())
                .containsEntry("roles", List.of("admin", "user"))
                .containsEntry("iat", NOW.getEpochSecond())
                .containsEntry("exp", NOW.plusSeconds(600).getEpochSecond());
    }

    @Test
    void fractionsOfSecondsAreLeftOut() {
        AccessToken exact = new AccessToken(
                token().id(),
                token().subject(),
                token().session(),
                token().roles(),
                NOW.plusNanos(1),
                NOW.plusSeconds(600).plusMillis(999));

        assertThat(tokens.verify(tokens.sign(exact), NOW)).contains(token());
    }

    @Test
    void tokenEndsAtItsTimeRememberedOrNot() {
        String signed = tokens.sign(token());
        Instant end = token().expiresAt();

        for (JwtAccessTokens node : List.of(tokens, anotherNode())) {
            assertThat(node.verify(signed, end.minusMillis(1))).isPresent();
            assertThat(node.verify(signed, end)).isEmpty();
            assertThat(node.verify(signed, end.plusSeconds(1))).isEmpty();
        }
        assertThat(anotherNode().verify(signed, end)).isEmpty();
    }

    @Test
    void tokenEndsWithItsKey() {
        Instant retired = NOW.plusSeconds(60);
        tokens.use(List.of(with(forge.stored, retired)));
        String signed = tokens.sign(token());
        JwtAccessTokens other = anotherNode();
        other.use(List.of(with(forge.stored, retired)));

        for (JwtAccessTokens node : List.of(tokens, other)) {
            assertThat(node.verify(signed, retired.minusMillis(1))).isPresent();
            assertThat(node.verify(signed, retired)).isEmpty();
        }
    }

    @Test
    void newestKeySignsAndTheOthersAreAccepted() throws ParseException {
        String old = tokens.sign(token());
        SigningKey newer = tokens.generateKey(NOW);

        tokens.use(List.of(forge.stored, newer));

        String signed = tokens.sign(token());
        assertThat(SignedJWT.parse(signed).getHeader().getKeyID()).isEqualTo(newer.id());
        assertThat(tokens.verify(signed, NOW)).isPresent();
        assertThat(tokens.verify(old, NOW)).isPresent();
    }

    @Test
    void publicKeysArePublishedAndNothingElse() throws ParseException, JOSEException {
        SigningKey newer = tokens.generateKey(NOW);
        tokens.use(List.of(newer, forge.stored));

        List<JWK> published = JWKSet.parse(tokens.jwks()).getKeys();

        assertThat(published).extracting(JWK::getKeyID).containsExactly(newer.id(), forge.stored.id());
        assertThat(published)
                .allSatisfy(key -> assertThat(key.toJSONObject())
                        .containsOnlyKeys("kty", "crv", "x", "y", "use", "alg", "kid")
                        .containsEntry("use", "sig")
                        .containsEntry("alg", "ES256"));
        assertThat(published.getFirst().computeThumbprint()).hasToString(newer.id());
        assertThat(JWK.parse(newer.publicJwk())).isEqualTo(published.getFirst());
    }

    @Test
    void newKeysAreOfTheAlgorithmThatThePolicySays() throws ParseException {
        TokenPolicy rsa = new TokenPolicy(POLICY.issuer(), POLICY.audience(), POLICY.clientId(), TokenAlgorithm.RS256);
        JwtAccessTokens changed = new JwtAccessTokens(rsa, forge.master, Optional::empty);
        SigningKey newer = changed.generateKey(NOW);
        String old = tokens.sign(token());

        changed.use(List.of(forge.stored, newer));
        String signed = changed.sign(token());

        assertThat(newer.algorithm()).isEqualTo("RS256");
        assertThat(SignedJWT.parse(signed).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(changed.verify(signed, NOW)).contains(token());
        assertThat(changed.verify(old, NOW)).contains(token());
        RSAKey published =
                JWKSet.parse(changed.jwks()).getKeyByKeyId(newer.id()).toRSAKey();
        assertThat(published.size()).isEqualTo(2048);
        assertThat(published.toJSONObject())
                .containsOnlyKeys("kty", "n", "e", "use", "alg", "kid")
                .containsEntry("alg", "RS256");
    }

    @Test
    void withoutAKeyNothingIsSignedOrAccepted() {
        String signed = tokens.sign(token());
        JwtAccessTokens none = new JwtAccessTokens(POLICY, forge.master);

        assertThat(none.verify(signed, NOW)).isEmpty();
        assertThat(none.jwks()).isEqualTo("{\"keys\":[]}");
        assertThatThrownBy(() -> none.sign(token())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherMasterKeyIsNamedAsTheFault() {
        JwtAccessTokens other = new JwtAccessTokens(POLICY, MasterKey.random());

        assertThatThrownBy(() -> other.use(List.of(forge.stored)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MUSTER_SECRET_KEY");
    }

    @Test
    void keyThatCannotBeUnsealedIsLeftOutIfItIsNotTheNewest() throws ParseException {
        SigningKey planted = new JwtAccessTokens(POLICY, MasterKey.random()).generateKey(NOW.minusSeconds(3600));

        tokens.use(List.of(forge.stored, planted));

        assertThat(tokens.verify(tokens.sign(token()), NOW)).isPresent();
        assertThat(JWKSet.parse(tokens.jwks()).getKeys()).hasSize(1);
    }

    @Test
    void publicPartThatWasExchangedInTheDatabaseCountsForNothing() {
        String planted = TokenForge.anotherKey(forge.stored.id()).toPublicJWK().toJSONString();
        SigningKey changed = new SigningKey(
                forge.stored.id(), "ES256", planted, forge.stored.sealedPrivate(), forge.stored.notBefore(), null);

        tokens.use(List.of(changed));

        assertThat(tokens.verify(tokens.sign(token()), NOW)).isPresent();
        assertThat(tokens.jwks()).contains(forge.key.getX().toString());
    }

    @Test
    void fasterSignaturesAreLookedForOnceAndWorkTheSame() {
        CompletableFuture<Thread> looked = new CompletableFuture<>();
        JwtAccessTokens native1 = new JwtAccessTokens(POLICY, forge.master, () -> {
            assertThat(looked.complete(Thread.currentThread())).isTrue();
            return NativeSignatures.find();
        });
        native1.use(List.of(forge.stored));
        String before = native1.sign(token());
        join(looked.join());
        String after = native1.sign(token());

        for (String signed : List.of(before, after)) {
            assertThat(native1.verify(signed, NOW)).contains(token());
            assertThat(tokens.verify(signed, NOW)).contains(token());
        }
        assertThat(native1.verify(tokens.sign(token()), NOW)).contains(token());
        assertThat(native1.verify(after.substring(0, after.length() - 4) + "AAAA", NOW))
                .isEmpty();
    }

    private JwtAccessTokens anotherNode() {
        JwtAccessTokens other = new JwtAccessTokens(POLICY, forge.master, Optional::empty);
        other.use(List.of(forge.stored));
        return other;
    }

    private static SigningKey with(SigningKey key, Instant retireAt) {
        return new SigningKey(
                key.id(), key.algorithm(), key.publicJwk(), key.sealedPrivate(), key.notBefore(), retireAt);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
