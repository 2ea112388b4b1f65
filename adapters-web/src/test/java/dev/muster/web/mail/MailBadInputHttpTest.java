package dev.muster.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.user.EmailRequest;
import dev.muster.web.user.LinkRequest;
import dev.muster.web.user.ResetRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routes that mail links, and those that the links are for, take for no request. */
class MailBadInputHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify-email | {} | 422 | validation_failed | /token",
                "verify-email | {\"token\": null} | 422 | validation_failed | /token",
                "verify-email | {\"token\": 1} | 400 | wrong_type | /token",
                "verify-email | {\"token\": \"x\", \"email\": \"x\"} | 400 | unknown_property | /email",
                "verify-email | { | 400 | malformed_json | ",
                "verify-email/resend | {} | 422 | validation_failed | /email",
                "verify-email/resend | {\"email\": \"ann\"} | 422 | validation_failed | /email",
                "confirm-email | {} | 422 | validation_failed | /token",
                "confirm-email | {\"token\": []} | 400 | wrong_type | /token",
                "forgot-password | {} | 422 | validation_failed | /email",
                "forgot-password | {\"email\": \"@\"} | 422 | validation_failed | /email",
                "forgot-password | {\"identifier\": \"ann\"} | 400 | unknown_property | /identifier",
                "reset-password | {\"password\": \"another good password\"} | 422 | validation_failed | /token",
                "reset-password | {\"token\": \"x\"} | 422 | validation_failed | /password",
                "reset-password | {\"token\": \"x\", \"password\": true} | 400 | wrong_type | /password"
            })
    void whatIsNoRequestIsRefusedWithItsPlace(String route, String body, int status, String code, String place) {
        Answer answer = muster.post("/v1/auth/" + route, null, body).expectProblem(status, code);

        if (place != null) {
            assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                    .isEqualTo(place);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"verify-email", "verify-email/resend", "confirm-email", "forgot-password", "reset-password"})
    void textIsNoRequest(String route) {
        muster.send(muster.request("/v1/auth/" + route)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}")))
                .expectProblem(415, "unsupported_media_type");
        muster.get("/v1/auth/" + route, null).expectProblem(405, "method_not_allowed");
    }

    @Test
    void requestsWithSecretsCanNotBePrinted() {
        assertThat(new LinkRequest("secret").toString()).doesNotContain("secret");
        assertThat(new ResetRequest("secret", "secret").toString()).doesNotContain("secret");
        assertThat(new EmailRequest("ann@example.org", "secret").toString()).doesNotContain("secret");
    }
}
