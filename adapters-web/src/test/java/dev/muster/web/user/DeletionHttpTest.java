package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deletion of one's account, and its recovery. */
class DeletionHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void deletedAccountLetsNoOneInUntilItIsRecoveredOnce() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        muster.get("/v1/me", elsewhere.token()).expect(200);

        assertThat(delete(ann, RunningMuster.PASSWORD).expect(204).body()).isEmpty();

        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        muster.get("/v1/me", elsewhere.token()).expectProblem(401, "invalid_access_token");
        logIn(ann).expectProblem(401, "invalid_credentials");
        recover(ann.name(), "some other password").expectProblem(401, "invalid_credentials");

        Answer recovered =
                recover(ann.name() + "@EXAMPLE.org", RunningMuster.PASSWORD).expect(200);

        assertThat(recovered.json().path("user").path("id").asText()).isEqualTo(ann.id());
        assertThat(recovered.json().path("user").path("status").asText()).isEqualTo("active");
        muster.get("/v1/me", recovered.text("access_token")).expect(200);
        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        logIn(ann).expect(200);
        recover(ann.name(), RunningMuster.PASSWORD).expectProblem(401, "invalid_credentials");
    }

    @Test
    void recoveryAnswersWhateverIsWrongAlike() {
        Person ann = muster.signUp();
        Answer undeleted = recover(ann.name(), RunningMuster.PASSWORD).expectProblem(401, "invalid_credentials");
        Answer nobody = recover("nobody", RunningMuster.PASSWORD).expectProblem(401, "invalid_credentials");

        assertThat(undeleted.text("detail")).isEqualTo(nobody.text("detail"));
    }

    @Test
    void recoveryEndsWithItsGracePeriod() {
        try (RunningMuster later = RunningMuster.start()) {
            Person ann = later.signUp();
            later.send("DELETE", "/v1/me", ann.token(), body(RunningMuster.PASSWORD))
                    .expect(204);
            later.memory.clock.advance(Duration.ofDays(30).plusSeconds(1));

            later.post("/v1/auth/recover", null, credentials(ann.name(), RunningMuster.PASSWORD))
                    .expectProblem(401, "invalid_credentials");
        }
    }

    @Test
    void recoveryIsRefusedWhenAnotherAccountHasTheAddressOrTheName() {
        Person ann = muster.signUp();
        Person bob = muster.signUp();
        delete(ann, RunningMuster.PASSWORD).expect(204);
        delete(bob, RunningMuster.PASSWORD).expect(204);
        register(ann.name() + "@example.org", ann.name() + "-new");
        register(bob.name() + "-new@example.org", bob.name());

        recover(ann.name(), RunningMuster.PASSWORD).expectProblem(409, "email_taken");
        recover(bob.name() + "@example.org", RunningMuster.PASSWORD).expectProblem(409, "username_taken");
    }

    @Test
    void wrongPasswordDeletesNothing() {
        Person ann = muster.signUp();

        delete(ann, "some other password")
                .expectProblem(422, "validation_failed")
                .expectPlace("/password", "wrong_password");

        muster.get("/v1/me", ann.token()).expect(200);
    }

    @Test
    void deletionIsForTheVersionThatIsNamed() {
        Person ann = muster.signUp();

        delete(ann, "\"1\"", "application/json", body(RunningMuster.PASSWORD)).expectProblem(412, "stale_version");
        delete(ann, "\"7\", \"8\"", "application/json", body(RunningMuster.PASSWORD))
                .expectProblem(412, "stale_version");
        String tag = muster.get("/v1/me", ann.token()).expect(200).header("ETag");
        delete(ann, tag, "application/json", body(RunningMuster.PASSWORD)).expect(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {} | 422 | validation_failed",
                "application/json | {\"password\": \"\"} | 422 | validation_failed",
                "application/json | {\"password\": \"x\", \"why\": \"x\"} | 400 | unknown_property",
                "application/json | [] | 400 | wrong_type",
                "text/plain | {} | 415 | unsupported_media_type"
            })
    void deletionThatIsNoneIsRefused(String type, String body, int status, String code) {
        Person ann = muster.signUp();

        delete(ann, "*", type, body).expectProblem(status, code);

        muster.get("/v1/me", ann.token()).expect(200);
    }

    @Test
    void deletionNeedsABodyAndAToken() {
        Person ann = muster.signUp();

        assertThat(muster.send("DELETE", "/v1/me", ann.token(), null).status()).isIn(400, 415);
        muster.send("DELETE", "/v1/me", null, body(RunningMuster.PASSWORD)).expectProblem(401, "missing_access_token");
        muster.get("/v1/me", ann.token()).expect(200);
    }

    @Test
    void requestWithAPasswordCanNotBePrinted() {
        assertThat(new DeletionRequest("secret").toString()).doesNotContain("secret");
    }

    private static Answer delete(Person person, String password) {
        return muster.send("DELETE", "/v1/me", person.token(), body(password));
    }

    private static Answer delete(Person person, String ifMatch, String type, String body) {
        return muster.send(muster.request("/v1/me", person.token())
                .header("If-Match", ifMatch)
                .header("Content-Type", type)
                .method("DELETE", BodyPublishers.ofString(body)));
    }

    private static Answer logIn(Person person) {
        return muster.post("/v1/auth/login", null, credentials(person.name(), RunningMuster.PASSWORD));
    }

    private static Answer recover(String identifier, String password) {
        return muster.post("/v1/auth/recover", null, credentials(identifier, password));
    }

    private static void register(String email, String username) {
        muster.post("/v1/auth/register", null, """
                {"email": "%s", "username": "%s", "name": "Some One", "password": "%s"}""".formatted(email, username, RunningMuster.PASSWORD))
                .expect(202);
    }

    private static String credentials(String identifier, String password) {
        return "{\"identifier\": \"" + identifier + "\", \"password\": \"" + password + "\"}";
    }

    private static String body(String password) {
        return "{\"password\": \"" + password + "\"}";
    }
}
