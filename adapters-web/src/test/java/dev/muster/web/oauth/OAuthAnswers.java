package dev.muster.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.assertj.core.api.AbstractStringAssert;

/** Forms sent to OAuth endpoints, and what they are refused with. */
final class OAuthAnswers {

    private OAuthAnswers() {}

    /** @param token the access token, or null */
    static Answer post(RunningMuster muster, String path, String token, String form) {
        HttpRequest.Builder request = muster.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return muster.send(request);
    }

    /** The error of an answer, if it is a sound one of OAuth (RFC 6749, section 5.2). */
    static AbstractStringAssert<?> refusal(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        JsonNode body = answer.json();
        assertThat(body.fieldNames()).toIterable().containsExactly("error", "error_description");
        assertThat(body.path("error_description").asText()).matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+");
        return assertThat(body.path("error").asText());
    }
}
