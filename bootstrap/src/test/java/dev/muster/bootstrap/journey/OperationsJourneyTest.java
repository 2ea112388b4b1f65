package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators, other services and readers of the reference see. */
final class OperationsJourneyTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|spec-url)=\"(?<target>[^\"]*)\"");

    private final Caller anonymous = MusterRunning.ofThisJvm().anonymous();

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/db"})
    void isWell(String path) {
        assertThat(anonymous.get(path).expect(200).text("status")).isEqualTo("up");
    }

    @Test
    void tellsThisMachineHowTheDatabaseIs() {
        JsonNode database = anonymous.get("/health/db").expect(200).json().required("database");

        assertThat(database.required("reachable").asBoolean()).isTrue();
        assertThat(database.required("server_version").asText()).isNotEmpty();
        assertThat(database.required("schema_version").asText()).matches("\\d+");
        assertThat(database.required("connections").required("max").asInt()).isEqualTo(30);
    }

    @Test
    void letsOthersVerifyAccessTokens() throws ParseException, JOSEException {
        Person person = Person.join(anonymous);
        JsonNode tokens = person.tokens();
        SignedJWT token = SignedJWT.parse(tokens.required("access_token").asText());
        JWKSet keys =
                JWKSet.parse(anonymous.get("/.well-known/jwks.json").expect(200).body());

        JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(keys.containsNonPublicKeys()).isFalse();
        assertThat(token.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey())))
                .isTrue();
        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(MusterRunning.BASE_URL);
        assertThat(claims.getSubject())
                .isEqualTo(tokens.required("user").required("id").asText());
        assertThat(claims.getStringClaim("sid"))
                .isEqualTo(tokens.required("session_id").asText());
    }

    @Test
    void servesAReferenceThatNeedsNothingFromElsewhere() {
        Caller reader = anonymous.undocumented();
        Answer page = reader.get("/docs").expect(200);

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(references(page.body())).contains("/openapi.yaml").allSatisfy(target -> {
            assertThat(target).startsWith("/").doesNotStartWith("//");
            reader.get(target).expect(200);
        });
    }

    @Test
    void explainsEveryCodeThatItAnswers() {
        String code = anonymous
                .get("/v1/me")
                .expectProblem(401, "missing_access_token")
                .text("code");

        assertThat(anonymous.undocumented().get("/docs/errors").expect(200).body())
                .contains("| `" + code + "` | 401 |");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nothing,                      404, route_not_found",
        "PUT,    /v1/tasks,                     405, method_not_allowed",
        "GET,    /v1/me,                        401, missing_access_token",
        "GET,    /health/live?verbose=1,        400, unknown_parameter",
    })
    void answersEveryFailureByAProblem(String method, String path, int status, String code) {
        anonymous.undocumented().send(method, path, null).expectProblem(status, code);
    }

    @Test
    void repeatsTheIdOfARequestWhenItIsSane() {
        assertThat(anonymous.get("/health/live", "X-Request-Id", "my-id.1").header("X-Request-Id"))
                .isEqualTo("my-id.1");
        assertThat(anonymous.get("/health/live", "X-Request-Id", "<script>").header("X-Request-Id"))
                .isNotEmpty()
                .isNotEqualTo("<script>");
    }

    private static Stream<String> references(String page) {
        return REFERENCE.matcher(page).results().map((MatchResult found) -> found.group("target"));
    }
}
