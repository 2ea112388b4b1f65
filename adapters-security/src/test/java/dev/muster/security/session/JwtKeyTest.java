package dev.muster.security.session;

import static dev.muster.security.session.TokenForge.NOW;
import static dev.muster.security.session.TokenForge.POLICY;
import static dev.muster.security.session.TokenForge.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.domain.session.SigningKey;
import java.security.Provider;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stored key may be, and that each is computed alike by the platform and in native code. */
final class JwtKeyTest {

    private static final KeySeal SEAL = new KeySeal(MasterKey.random());

    record Case(JWK key, JWSAlgorithm algorithm, @Nullable Provider provider) {

        SigningKey stored() {
            String sealed = SEAL.seal("kid", key.toJSONString());
            return new SigningKey("kid", algorithm.getName(), "{}", sealed, NOW, null);
        }

        @Override
        public String toString() {
            return algorithm + " by " + (provider == null ? "the platform" : provider.getName());
        }
    }

    static Stream<Case> supported() throws JOSEException {
        JWK rsa = new RSAKeyGenerator(2048).generate();
        JWK ec = new ECKeyGenerator(Curve.P_256).generate();
        Stream<Case> byPlatform =
                Stream.of(new Case(rsa, JWSAlgorithm.RS256, null), new Case(ec, JWSAlgorithm.ES256, null));
        Stream<Case> byProvider = NativeSignatures.find().stream()
                .flatMap(found ->
                        Stream.of(new Case(rsa, JWSAlgorithm.RS256, found), new Case(ec, JWSAlgorithm.ES256, found)));
        return Stream.concat(byPlatform, byProvider);
    }

    @ParameterizedTest
    @MethodSource("supported")
    void tokenOfEveryAlgorithmIsVerifiedByEither(Case signing) throws JOSEException, ParseException {
        KeyRing platform = ring(signing.stored(), null);

        String signed = ring(signing.stored(), signing.provider()).sign(token());
        String byPlatform = platform.sign(token());

        assertThat(SignedJWT.parse(signed).getHeader().getAlgorithm()).isEqualTo(signing.algorithm());
        assertThat(ring(signing.stored(), null).verify(signed, NOW)).contains(token());
        assertThat(ring(signing.stored(), signing.provider()).verify(byPlatform, NOW))
                .contains(token());
        assertThat(platform.findVerified(byPlatform, NOW)).contains(token());
    }

    static Stream<Case> unsupported() throws JOSEException {
        JWK rsa = new RSAKeyGenerator(2048).generate();
        return Stream.of(
                new Case(new OctetSequenceKeyGenerator(256).generate(), JWSAlgorithm.HS256, null),
                new Case(new ECKeyGenerator(Curve.P_384).generate(), JWSAlgorithm.ES384, null),
                new Case(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.RS256, null),
                new Case(rsa, JWSAlgorithm.ES256, null),
                new Case(rsa, JWSAlgorithm.RS512, null),
                new Case(rsa.toPublicJWK(), JWSAlgorithm.RS256, null));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void otherKeysAndAlgorithmsAreRefused(Case refused) {
        assertThatThrownBy(() -> ring(refused.stored(), null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealedTextThatIsNoKeyIsRefused() {
        SigningKey stored = new SigningKey("kid", "ES256", "{}", SEAL.seal("kid", "no key"), NOW, null);

        assertThatThrownBy(() -> ring(stored, null)).isInstanceOf(IllegalStateException.class);
    }

    private static KeyRing ring(SigningKey stored, @Nullable Provider provider) {
        return KeyRing.open(List.of(stored), new JwtClaims(POLICY), SEAL, provider);
    }
}
