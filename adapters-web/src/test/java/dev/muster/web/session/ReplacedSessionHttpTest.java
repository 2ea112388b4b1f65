package dev.muster.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with the header Authorization. */
class ReplacedSessionHttpTest {

    private static final String LOGIN = "/v1/auth/login";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void sessionThatTheClientHeldEnds() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        muster.get("/v1/me", ann.token()).expect(200);

        Answer anew = muster.post(LOGIN, ann.token(), credentials(ann, RunningMuster.PASSWORD))
                .expect(200);

        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        muster.get("/v1/me", elsewhere.token()).expect(200);
        Answer lineage = muster.get("/v1/me/sessions/" + ann.session() + "/lineage", anew.text("access_token"))
                .expect(200);
        assertThat(lineage.json().path("data").path(0).path("reason").asText()).isEqualTo("replaced");
    }

    @Test
    void itMayBeSomeoneElses() {
        Person ann = muster.signUp();
        Person bob = muster.signUp();

        muster.post(LOGIN, ann.token(), credentials(bob, RunningMuster.PASSWORD))
                .expect(200);

        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        muster.get("/v1/me", bob.token()).expect(200);
    }

    @Test
    void failedSignInEndsNothing() {
        Person ann = muster.signUp();

        muster.post(LOGIN, ann.token(), credentials(ann, "not the password")).expectProblem(401, "invalid_credentials");
        muster.post(LOGIN, ann.token(), "{}").expectProblem(422, "validation_failed");
        muster.post("/v1/auth/recover", ann.token(), credentials(ann, RunningMuster.PASSWORD))
                .expectProblem(401, "invalid_credentials");

        muster.get("/v1/me", ann.token()).expect(200);
    }

    @Test
    void recoveryEndsItToo() {
        Person ann = muster.signUp();
        Person bob = muster.signUp();
        muster.send("DELETE", "/v1/me", ann.token(), "{\"password\": \"" + RunningMuster.PASSWORD + "\"}")
                .expect(204);

        muster.post("/v1/auth/recover", bob.token(), credentials(ann, RunningMuster.PASSWORD))
                .expect(200);

        muster.get("/v1/me", bob.token()).expectProblem(401, "invalid_access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YW5uOng=", "x"})
    void headerOfNoUseIsIgnored(String header) {
        Person ann = muster.signUp();

        muster.send(login(ann).header("Authorization", header)).expect(200);

        muster.get("/v1/me", ann.token()).expect(200);
    }

    @Test
    void twoHeadersAreIgnored() {
        Person ann = muster.signUp();
        String header = "Bearer " + ann.token();

        muster.send(login(ann).header("Authorization", header).header("Authorization", header))
                .expect(200);

        muster.get("/v1/me", ann.token()).expect(200);
    }

    @Test
    void expiredTokenIsIgnored() {
        Person ann = muster.signUp();
        muster.memory.clock.advance(Duration.ofMinutes(12));

        muster.post(LOGIN, ann.token(), credentials(ann, RunningMuster.PASSWORD))
                .expect(200);

        muster.post("/v1/auth/refresh", null, "{\"refresh_token\": \"" + ann.refreshToken() + "\"}")
                .expect(200);
    }

    @Test
    void tokenOfAnEndedSessionIsIgnored() {
        Person ann = muster.signUp();
        muster.post("/v1/auth/logout", ann.token(), null).expect(204);

        muster.post(LOGIN, ann.token(), credentials(ann, RunningMuster.PASSWORD))
                .expect(200);
    }

    private static HttpRequest.Builder login(Person person) {
        return muster.request(LOGIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials(person, RunningMuster.PASSWORD)));
    }

    private static String credentials(Person person, String password) {
        return """
                {"identifier": "%s", "password": "%s"}""".formatted(person.name(), password);
    }
}
