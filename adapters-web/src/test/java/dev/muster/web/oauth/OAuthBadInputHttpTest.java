package dev.muster.web.oauth;

import static dev.muster.web.oauth.OAuthAnswers.post;
import static dev.muster.web.oauth.OAuthAnswers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.shared.WebServer;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is an error of OAuth: never a 500, never a problem. */
class OAuthBadInputHttpTest {

    private static RunningMuster muster;
    private static String token;

    @BeforeAll
    static void start() {
        muster = RunningMuster.start();
        token = muster.signUp().token();
    }

    @AfterAll
    static void stop() {
        muster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/introspect"})
    void bodiesThatAreNoFormAreRefused(String path) {
        for (String body : new String[] {"", " ", "&", "%", "a=%zz", "a=\u00fc", "{}", "a=b&a=c"}) {
            Answer answer = post(muster, path, token, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            refusal(answer).as(body).isEqualTo("invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/introspect"})
    void bodiesOfOtherTypesAreRefused(String path) {
        for (String type : new String[] {"application/json", "multipart/form-data; boundary=x", "text/plain"}) {
            Answer answer = muster.send(muster.request(path)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("token=x")));
            refusal(answer.expect(415)).as(type).isEqualTo("invalid_request");
        }
        refusal(muster.send(muster.request(path)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("token=x")))
                .expect(415));
        refusal(muster.send(muster.request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("token=x")))
                .expect(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/introspect"})
    void bodiesThatAreTooLongAreRefused(String path) {
        refusal(post(muster, path, token, "token=" + "x".repeat(Form.MAX_BYTES)).expect(413))
                .isEqualTo("invalid_request");
        refusal(post(muster, path, token, "token=" + "x".repeat(WebServer.MAX_BODY_BYTES))
                        .expect(413))
                .isEqualTo("invalid_request");
        refusal(post(muster, path, token, "x&".repeat(Form.MAX_BYTES / 2)).expect(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/introspect"})
    void charsetOfTheFormMakesNoDifference(String path) {
        refusal(muster.send(muster.request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .POST(BodyPublishers.ofString("unknown=x")))
                .expect(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/introspect"})
    void parametersInTheQueryAndOtherMethodsAreRefused(String path) {
        refusal(post(muster, path + "?token=x", token, "token=x").expect(400)).isEqualTo("invalid_request");
        Answer answer = muster.get(path, token).expect(405);
        refusal(answer).isEqualTo("invalid_request");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void whatIsNotThereIsToldTheSameWay() {
        refusal(muster.get("/oauth/authorize", null).expect(404)).isEqualTo("invalid_request");
    }

    @Test
    void oneRequestTooManyIsToldToWait() {
        try (RunningMuster limited = RunningMuster.start(Map.of("test.limits", true))) {
            for (int i = 0; i < 100; i++) {
                post(limited, "/oauth/revoke", null, "token=x").expect(200);
            }

            Answer answer = post(limited, "/oauth/revoke", null, "token=x").expect(429);

            refusal(answer).isEqualTo("temporarily_unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.header("RateLimit")).isNotEmpty();
        }
    }

    @Test
    void documentationListsEveryError() throws IOException {
        try (InputStream page = OAuthBadInputHttpTest.class.getResourceAsStream("/docs/errors.md")) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [0-9]{3}( or [0-9]{3})?: .+ \\|$")
                            .matcher(text)
                            .results()
                            .map(row -> row.group(1)))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(OAuthError.values())
                            .map(OAuthError::code)
                            .toList());
        }
    }
}
