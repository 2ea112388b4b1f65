package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PasswordHttpTest {

    private static final String NEW = "another good password";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void changeEndsTheOtherSessionsOnly() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        muster.get("/v1/me", elsewhere.token()).expect(200);

        assertThat(change(ann, RunningMuster.PASSWORD, NEW).expect(204).body()).isEmpty();

        muster.get("/v1/me", ann.token()).expect(200);
        refresh(ann).expect(200);
        muster.get("/v1/me", elsewhere.token()).expectProblem(401, "invalid_access_token");
        refresh(elsewhere).expectProblem(401, "invalid_refresh_token");
        logIn(ann, RunningMuster.PASSWORD).expectProblem(401, "invalid_credentials");
        logIn(ann, NEW).expect(200);
    }

    @Test
    void wrongCurrentPasswordIsRefused() {
        Person ann = muster.signUp();

        change(ann, "some other password", NEW)
                .expectProblem(422, "validation_failed")
                .expectPlace("/current_password", "wrong_password");

        logIn(ann, NEW).expectProblem(401, "invalid_credentials");
    }

    @Test
    void weakAndBlockedPasswordsAreRefusedWithoutBeingRepeated() {
        Person ann = muster.signUp();

        Answer shortOne = change(ann, RunningMuster.PASSWORD, "hunter2")
                .expectProblem(422, "weak_password")
                .expectPlace("/new_password", "too_short");
        Answer blocked = change(ann, RunningMuster.PASSWORD, "Password1234")
                .expectProblem(422, "weak_password")
                .expectPlace("/new_password", "weak_password");

        assertThat(shortOne.body()).doesNotContain("hunter2");
        assertThat(blocked.body()).doesNotContain("Password1234");
        logIn(ann, RunningMuster.PASSWORD).expect(200);
    }

    @Test
    void tenWrongPasswordsShutTheChangeForAQuarterOfAnHour() {
        Person ann = muster.signUp();
        for (int i = 0; i < 10; i++) {
            change(ann, "some other password", NEW).expectProblem(422, "validation_failed");
        }

        Answer locked = change(ann, RunningMuster.PASSWORD, NEW).expectProblem(429, "password_locked");

        assertThat(locked.header("Retry-After")).isEqualTo("900");
        logIn(ann, RunningMuster.PASSWORD).expectProblem(401, "invalid_credentials");
        muster.memory.clock.advance(Duration.ofMinutes(15));
        change(muster.signIn(ann.name()), RunningMuster.PASSWORD, NEW).expect(204);
    }

    @Test
    void changeNeedsBothPasswordsInBounds() {
        Person ann = muster.signUp();
        String tooLong = "x".repeat(1025);

        assertThat(places(muster.post("/v1/me/password", ann.token(), "{}")))
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactly("/current_password required", "/new_password required");
        assertThat(places(change(ann, tooLong, tooLong)))
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactly("/current_password too_long", "/new_password too_long");
    }

    @Test
    void changeThatIsNoneIsRefused() {
        Person ann = muster.signUp();

        muster.post("/v1/me/password", ann.token(), "{\"password\": \"x\"}").expectProblem(400, "unknown_property");
        muster.send(muster.request("/v1/me/password", ann.token())
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}")))
                .expectProblem(415, "unsupported_media_type");
        muster.post("/v1/me/password", null, "{}").expectProblem(401, "missing_access_token");
    }

    @Test
    void requestWithPasswordsCanNotBePrinted() {
        assertThat(new PasswordRequest("secret", "secret").toString()).doesNotContain("secret");
    }

    private static JsonNode places(Answer answer) {
        return answer.expectProblem(422, "validation_failed").json().path("errors");
    }

    private static Answer change(Person person, String current, String wanted) {
        return muster.post("/v1/me/password", person.token(), """
                {"current_password": "%s", "new_password": "%s"}""".formatted(current, wanted));
    }

    private static Answer logIn(Person person, String password) {
        return muster.post("/v1/auth/login", null, """
                {"identifier": "%s", "password": "%s"}""".formatted(person.name(), password));
    }

    private static Answer refresh(Person person) {
        return muster.post("/v1/auth/refresh", null, "{\"refresh_token\": \"" + person.refreshToken() + "\"}");
    }
}
