package dev.muster.security.session;

import static dev.muster.security.session.TokenForge.NOW;
import static dev.muster.security.session.TokenForge.base64;
import static dev.muster.security.session.TokenForge.claims;
import static dev.muster.security.session.TokenForge.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others try (RFC 8725, section 2): none of it is a token, and nothing is thrown. */
final class ForgedTokensTest {

    private static final TokenForge FORGE = new TokenForge();
    private static final String KID = FORGE.stored.id();
    private static final JWSSigner OURS = TokenForge.signer(FORGE.key);
    private static final BigInteger ORDER = Curve.P_256.toECParameterSpec().getOrder();
    private static final String HEADER = FORGE.header().build().toString();
    private static final String PAYLOAD = claims().build().toString();
    private static final String GOOD = FORGE.sign(FORGE.header(), claims());

    @Test
    void goodTokenOfTheForgeIsAccepted() {
        assertThat(FORGE.verify(GOOD)).contains(token());
        assertThat(FORGE.verify(FORGE.sign(FORGE.header().type(new JOSEObjectType("application/at+jwt")), claims())))
                .contains(token());
        assertThat(FORGE.verify(FORGE.sign(FORGE.header(), claims().audience(List.of("other", "muster")))))
                .contains(token());
        assertThat(FORGE.verify(FORGE.signText(HEADER, PAYLOAD))).contains(token());
    }

    static Stream<Arguments> unsigned() {
        String payload = GOOD.split("\\.")[1];
        String signature = GOOD.substring(GOOD.lastIndexOf('.'));
        String none = base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + KID + "\"}");
        String unsigned = GOOD.substring(0, GOOD.lastIndexOf('.') + 1);
        byte[] order = ORDER.toByteArray();
        byte[] n = Arrays.copyOfRange(order, order.length - 32, order.length);
        return Stream.of(
                arguments("no algorithm", new PlainJWT(claims().build()).serialize()),
                arguments("no algorithm, with kid", none + "." + payload + "."),
                arguments("no algorithm, good signature", none + "." + payload + signature),
                arguments("no signature", unsigned),
                arguments("r = s = 0", unsigned + base64(new byte[64])),
                arguments("r = s = n", unsigned + base64(concat(n, n))),
                arguments("63 bytes", unsigned + base64(new byte[63])),
                arguments("640 bytes", unsigned + base64(new byte[640])),
                arguments("in DER", FORGE.signText(HEADER, PAYLOAD, "SHA256withECDSA")),
                arguments("over SHA-512", FORGE.signText(HEADER, PAYLOAD, "SHA512withECDSAinP1363Format")));
    }

    static Stream<Arguments> otherKeys() throws JOSEException {
        ECKey attacker = TokenForge.anotherKey(KID);
        JWSSigner theirs = TokenForge.signer(attacker);
        JWSSigner rsa = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        JWSSigner p384 = new ECDSASigner(new ECKeyGenerator(Curve.P_384).generate());
        byte[] jwk = FORGE.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        byte[] der = FORGE.key.toECPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        URI url = URI.create("http://127.0.0.1:1/keys");
        return Stream.of(
                forged("HS256 keyed with the JWK", header(JWSAlgorithm.HS256), new MACSigner(jwk)),
                forged("HS256 keyed with the DER", header(JWSAlgorithm.HS256), new MACSigner(der)),
                forged("HS256 keyed with the PEM", header(JWSAlgorithm.HS256), new MACSigner(pem)),
                forged("RS256 under this kid", header(JWSAlgorithm.RS256), rsa),
                forged("PS256 under this kid", header(JWSAlgorithm.PS256), rsa),
                forged("another curve", header(JWSAlgorithm.ES384), p384),
                forged("another's key", FORGE.header(), theirs),
                forged("another's key and kid", FORGE.header().keyID("another"), theirs),
                forged("another's kid", FORGE.header().keyID("another"), OURS),
                forged("no kid", FORGE.header().keyID(null), OURS),
                forged("jwk", FORGE.header().jwk(attacker.toPublicJWK()), theirs),
                forged("jwk, no kid", FORGE.header().keyID(null).jwk(attacker.toPublicJWK()), theirs),
                forged("jku", FORGE.header().jwkURL(url), theirs),
                forged("x5u", FORGE.header().x509CertURL(url), theirs),
                forged(
                        "x5c",
                        FORGE.header().x509CertChain(List.of(com.nimbusds.jose.util.Base64.encode(der))),
                        theirs));
    }

    /** Of our own key, but not what we write. */
    static Stream<Arguments> otherHeaders() {
        String more = HEADER.substring(0, HEADER.length() - 1);
        return Stream.of(
                forged("crit", FORGE.header().criticalParams(Set.of("exp")).customParam("exp", 1), OURS),
                arguments("crit of b64", FORGE.signText(more + ",\"b64\":false,\"crit\":[\"b64\"]}", PAYLOAD)),
                arguments("crit of nothing", FORGE.signText(more + ",\"crit\":[]}", PAYLOAD)),
                arguments("alg twice", FORGE.signText(more + ",\"alg\":\"ES256\"}", PAYLOAD)),
                arguments("alg twice, first none", FORGE.signText("{\"alg\":\"none\"," + HEADER.substring(1), PAYLOAD)),
                arguments("kid twice", FORGE.signText("{\"kid\":\"another\"," + HEADER.substring(1), PAYLOAD)),
                arguments("sub twice", FORGE.signText(HEADER, "{\"sub\":\"another\"," + PAYLOAD.substring(1))),
                arguments("roles twice", FORGE.signText(HEADER, "{\"roles\":[]," + PAYLOAD.substring(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"unsigned", "otherKeys", "otherHeaders"})
    void forgedTokenIsRefused(String attack, String forged) {
        assertThat(FORGE.verify(forged)).as(attack).isEmpty();
    }

    private static Arguments forged(String attack, JWSHeader.Builder header, JWSSigner signer) {
        return arguments(attack, TokenForge.sign(header, claims(), signer));
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(JwtKey.TYPE).keyID(KID);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
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
                claims().issueTime(Date.from(NOW.plusSeconds(61))),
                claims().issueTime(Date.from(NOW.plusSeconds(1_000_000_000))),
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

    private static final String HEADER_MEMBERS = "alg typ kid cty crit jwk jku x5u x5c x5t x5t#S256 b64 enc zip nonce";

    static List<String> odd() {
        return List.of("null", "true", "1", "-1e999", "\"\"", "\"x\"", "[]", "[null]", "{}", "{\"kty\":\"EC\"}");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void headerOfOddValuesIsRefused(String value) {
        for (String name : HEADER_MEMBERS.split(" ", -1)) {
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
}
