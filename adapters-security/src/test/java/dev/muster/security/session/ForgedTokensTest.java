package dev.muster.security.session;

import static dev.muster.security.session.TokenForge.NOW;
import static dev.muster.security.session.TokenForge.claims;
import static dev.muster.security.session.TokenForge.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others try (RFC 8725, section 2): none of it is a token, and nothing is thrown. */
final class ForgedTokensTest {

    private static final TokenForge FORGE = new TokenForge();
    private static final String GOOD = FORGE.sign(FORGE.header(), claims());

    @Test
    void goodTokenOfTheForgeIsAccepted() {
        assertThat(FORGE.verify(GOOD)).contains(token());
        assertThat(FORGE.verify(FORGE.sign(FORGE.header().type(new JOSEObjectType("application/at+jwt")), claims())))
                .contains(token());
        assertThat(FORGE.verify(FORGE.sign(FORGE.header(), claims().audience(List.of("other", "muster")))))
                .contains(token());
    }

    static Map<String, String> forgedSignatures() throws JOSEException {
        ECKey attacker = TokenForge.anotherKey(FORGE.stored.id());
        JWSHeader.Builder hmac =
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(JwtKey.TYPE).keyID(FORGE.stored.id());
        JWSHeader.Builder rsa =
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(JwtKey.TYPE).keyID(FORGE.stored.id());
        byte[] published = FORGE.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        byte[] encoded = FORGE.key.toECPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
        String unsigned = GOOD.substring(0, GOOD.lastIndexOf('.') + 1);
        String headerOfNone = base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + FORGE.stored.id() + "\"}");
        String payload = GOOD.split("\\.")[1];

        Map<String, String> forged = new HashMap<>();
        forged.put("no algorithm", new PlainJWT(claims().build()).serialize());
        forged.put("no algorithm, with kid", headerOfNone + "." + payload + ".");
        forged.put(
                "no algorithm, good signature", headerOfNone + "." + payload + GOOD.substring(GOOD.lastIndexOf('.')));
        forged.put("HS256 with the JWK", TokenForge.sign(hmac, claims(), new MACSigner(published)));
        forged.put("HS256 with the DER", TokenForge.sign(hmac, claims(), new MACSigner(encoded)));
        forged.put("HS256 with the PEM", TokenForge.sign(hmac, claims(), new MACSigner(pem)));
        forged.put(
                "RS256 under this kid",
                TokenForge.sign(rsa, claims(), new RSASSASigner(new RSAKeyGenerator(2048).generate())));
        forged.put("another's key, same kid", TokenForge.sign(FORGE.header(), claims(), TokenForge.signer(attacker)));
        forged.put(
                "another's kid",
                TokenForge.sign(FORGE.header().keyID("another"), claims(), TokenForge.signer(attacker)));
        forged.put("own key, another's kid", FORGE.sign(FORGE.header().keyID("another"), claims()));
        forged.put("own key, no kid", FORGE.sign(FORGE.header().keyID(null), claims()));
        forged.put(
                "jwk",
                TokenForge.sign(FORGE.header().jwk(attacker.toPublicJWK()), claims(), TokenForge.signer(attacker)));
        forged.put(
                "jwk, no kid",
                TokenForge.sign(
                        FORGE.header().keyID(null).jwk(attacker.toPublicJWK()), claims(), TokenForge.signer(attacker)));
        forged.put(
                "jku",
                TokenForge.sign(
                        FORGE.header().jwkURL(URI.create("http://127.0.0.1:1/jwks")),
                        claims(),
                        TokenForge.signer(attacker)));
        forged.put(
                "x5u",
                TokenForge.sign(
                        FORGE.header().x509CertURL(URI.create("http://127.0.0.1:1/cert")),
                        claims(),
                        TokenForge.signer(attacker)));
        forged.put(
                "unknown critical header",
                FORGE.sign(FORGE.header().criticalParams(Set.of("exp")).customParam("exp", 1), claims()));
        forged.put("no signature", unsigned);
        forged.put("signature of zeros", unsigned + base64(new byte[64]));
        forged.put("short signature", unsigned + base64(new byte[63]));
        forged.put("long signature", unsigned + base64(new byte[640]));
        return forged;
    }

    static List<Map.Entry<String, String>> signatures() throws JOSEException {
        return List.copyOf(forgedSignatures().entrySet());
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void tokenThatIsNotSignedByUsIsRefused(Map.Entry<String, String> forged) {
        assertThat(FORGE.verify(forged.getValue())).isEmpty();
    }

    static List<JWTClaimsSet.Builder> otherClaims() {
        Date later = Date.from(NOW.plusSeconds(1));
        return List.of(
                claims().issuer("https://other.example"),
                claims().issuer(null),
                claims().audience("other"),
                claims().audience((String) null),
                claims().expirationTime(Date.from(NOW)),
                claims().expirationTime(null),
                claims().issueTime(null),
                claims().notBeforeTime(later),
                claims().subject(null),
                claims().subject("someone"),
                claims().jwtID(null),
                claims().jwtID("1"),
                claims().claim("client_id", null),
                claims().claim("client_id", 1),
                claims().claim("sid", null),
                claims().claim("sid", List.of()),
                claims().claim("sid", "1"),
                claims().claim("roles", null),
                claims().claim("roles", "admin"),
                claims().claim("roles", List.of(1)),
                claims().claim("roles", List.of("Not a role")));
    }

    @ParameterizedTest
    @MethodSource("otherClaims")
    void signedTokenThatSaysSomethingElseIsRefused(JWTClaimsSet.Builder claims) {
        assertThat(FORGE.verify(FORGE.sign(FORGE.header(), claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt+x", "id+jwt", "logout+jwt"})
    void signedTokenOfAnotherTypeIsRefused(String type) {
        assertThat(FORGE.verify(FORGE.sign(FORGE.header().type(new JOSEObjectType(type)), claims())))
                .isEmpty();
        assertThat(FORGE.verify(FORGE.sign(FORGE.header().type(null), claims())))
                .isEmpty();
    }

    @Test
    void tokenFromTheTimeThatItNamesOnIsAccepted() {
        assertThat(FORGE.verify(FORGE.sign(FORGE.header(), claims().notBeforeTime(Date.from(NOW)))))
                .isPresent();
    }

    @Test
    void everyTruncatedTokenIsRefused() {
        for (int length = 0; length < GOOD.length(); length++) {
            assertThat(FORGE.verify(GOOD.substring(0, length))).isEmpty();
        }
    }

    @Test
    void oversizedTokenIsRefusedEvenIfItIsSigned() {
        String signed = FORGE.sign(FORGE.header(), claims().claim("padding", "x".repeat(4096)));

        assertThat(FORGE.verify(signed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "....",
                " ",
                "\0",
                "é.é.é",
                "null",
                "{}.{}.{}",
                "e30.e30.",
                "e30.e30.e30",
                "W10.W10.W10",
                "bnVsbA.bnVsbA.bnVsbA",
                "eyJhbGciOm51bGx9.e30.e30",
                "eyJhbGciOiJFUzI1NiIsImtpZCI6MX0.e30.e30",
                "eyJhbGciOiJFUzI1NiIsImVuYyI6IkExMjhHQ00ifQ.e30.e30.e30.e30",
                "\ud800.\ud800.\ud800"
            })
    void garbageIsRefused(String garbage) {
        assertThat(FORGE.verify(garbage)).isEmpty();
    }

    static List<String> odd() {
        return List.of("null", "true", "1", "-1e999", "\"\"", "\"x\"", "[]", "[null]", "{}", "{\"kty\":\"EC\"}");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void headerOfOddValuesIsRefused(String value) {
        for (String name : List.of(
                "alg",
                "typ",
                "kid",
                "cty",
                "crit",
                "jwk",
                "jku",
                "x5u",
                "x5c",
                "x5t",
                "x5t#S256",
                "b64",
                "enc",
                "zip",
                "nonce")) {
            String member = "\"%s\":%s}".formatted(name, value);
            assertThat(FORGE.verify(base64("{" + member) + ".e30.e30")).isEmpty();
            assertThat(FORGE.verify(base64("{\"alg\":\"ES256\"," + member) + ".e30.e30"))
                    .isEmpty();
        }
        assertThat(FORGE.verify(base64(value) + ".e30.e30")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "=", "==", "*", ".", "é"})
    void goodTokenWithSomethingAroundItIsRefused(String more) {
        assertThat(FORGE.verify(GOOD + more)).isEmpty();
        assertThat(FORGE.verify(more + GOOD)).isEmpty();
        assertThat(FORGE.verify(GOOD.replace(".", more + "."))).isEmpty();
        assertThat(FORGE.verify(GOOD.substring(0, GOOD.length() - 9) + more + GOOD.substring(GOOD.length() - 9)))
                .isEmpty();
    }

    @Test
    void deeplyNestedHeaderIsRefused() {
        for (String open : List.of("[", "{\"a\":")) {
            String header = base64("{\"alg\":\"ES256\",\"a\":" + open.repeat(2600 / open.length()));
            assertThat(FORGE.verify(header + ".e30.e30")).isEmpty();
        }
    }

    @Test
    void noChangeOfAGoodTokenSaysAnythingElse() {
        Random random = new Random(20260301);
        for (int i = 0; i < 4_000; i++) {
            String mutant = mutate(GOOD, random);
            FORGE.verify(mutant).ifPresent(says -> assertThat(says).isEqualTo(token()));
        }
    }

    private static String mutate(String token, Random random) {
        StringBuilder text = new StringBuilder(token);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            char c = random.nextBoolean() ? "ABab01-_.".charAt(random.nextInt(9)) : (char) random.nextInt(0x300);
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                case 2 -> text.deleteCharAt(at);
                default -> text.insert(at, text.substring(at, Math.min(at + 20, text.length())));
            }
        }
        return text.toString();
    }

    private static String base64(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
