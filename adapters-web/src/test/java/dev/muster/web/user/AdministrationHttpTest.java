package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.Password;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that administrators make, change, shut, delete and erase. */
class AdministrationHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private static String admin;

    @BeforeAll
    static void signIn() {
        admin = muster.admin().token();
    }

    @Test
    void accountIsMadeWithAPassword() {
        Answer made = create("made-one", "\"password\": \"" + RunningMuster.PASSWORD + "\"")
                .expect(201);

        assertThat(made.header("Location")).isEqualTo("/v1/users/" + made.text("id"));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.json().path("is_email_verified").asBoolean()).isFalse();
        assertThat(made.json().path("status").asText()).isEqualTo("active");
        assertThat(muster.get(made.header("Location"), admin).expect(200).json())
                .isEqualTo(made.json());
        muster.signIn("made-one");
    }

    @Test
    void accountIsMadeWithAHashFromElsewhere() {
        String hash = muster.memory.hasher.hash(new Password("hunter2")).value();

        Answer made = create(
                        "made-two",
                        "\"password_hash\": \"" + hash + "\", \"is_email_verified\": true, \"roles\": [\"admin\"]")
                .expect(201);

        assertThat(made.body()).doesNotContain(hash);
        assertThat(made.json().path("is_email_verified").asBoolean()).isTrue();
        assertThat(made.json().path("roles").toString()).isEqualTo("[\"admin\",\"user\"]");
        muster.post("/v1/auth/login", null, "{\"identifier\": \"made-two\", \"password\": \"hunter2\"}")
                .expect(200);
    }

    @Test
    void inactiveAccountIsOpenedLater() {
        String id = create("made-three", "\"password\": \"" + RunningMuster.PASSWORD + "\", \"status\": \"inactive\"")
                .expect(201)
                .text("id");
        logIn("made-three").expectProblem(401, "invalid_credentials");

        act(id, "reactivate").expect(200);

        muster.signIn("made-three");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | validation_failed | /email required",
                "{\"password\": \"x\", \"status\": \"deleted\"} | 422 | validation_failed | /email required",
                "{\"email\": \"a@example.org\", \"username\": \"aaa\", \"name\": \"A\"} | 422 | validation_failed | /password required",
                "{\"email\": \"a@example.org\", \"username\": \"aaa\", \"name\": \"A\", \"password\": \"short\"} | 422 | weak_password | /password too_short",
                "{\"email\": \"a@example.org\", \"username\": \"aaa\", \"name\": \"A\", \"password_hash\": \"$1$x\"} | 422 | validation_failed | /password_hash invalid_format",
                "{\"email\": \"a@example.org\", \"username\": \"aaa\", \"name\": \"A\", \"password\": \"x\", \"password_hash\": \"x\"} | 422 | validation_failed | /password_hash invalid_format",
                "{\"email\": \"a@example.org\", \"username\": \"aaa\", \"name\": \"A\", \"password\": \"correct horse battery\", \"status\": \"suspended\"} | 422 | validation_failed | /status unknown_value",
                "{\"email\": \"a@example.org\", \"username\": \"aaa\", \"name\": \"A\", \"password\": \"correct horse battery\", \"roles\": [\"A B\"]} | 422 | validation_failed | /roles invalid_format",
                "{\"email\": \"a@example.org\", \"username\": \"aaa\", \"name\": \"A\", \"password\": \"correct horse battery\", \"roles\": [\"nothing\"]} | 422 | validation_failed | /roles role_not_found"
            })
    void accountThatIsNoneIsRefused(String body, int status, String code, String place) {
        Answer refused = muster.post("/v1/users", admin, body).expectProblem(status, code);

        refused.expectPlace(place.split(" ")[0], place.split(" ")[1]);
        logIn("aaa").expectProblem(401, "invalid_credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"is_active\": true}",
                "{\"roles\": [null]}",
                "{\"roles\": \"admin\"}",
                "{\"is_email_verified\": \"yes\"}",
                "[]",
                "{"
            })
    void accountThatIsNotEvenJsonOfItsFormIsRefused(String body) {
        assertThat(muster.post("/v1/users", admin, body).status()).isEqualTo(400);
    }

    @Test
    void hashBeyondAllBoundsIsRefused() {
        create("made-four", "\"password_hash\": \"" + "x".repeat(513) + "\"")
                .expectProblem(422, "validation_failed")
                .expectPlace("/password_hash", "too_long");
    }

    @Test
    void takenAddressAndNameAreTold() {
        Person ann = muster.signUp();

        create(ann.name(), "\"password\": \"" + RunningMuster.PASSWORD + "\"").expectProblem(409, "username_taken");
        muster.post("/v1/users", admin, """
                {"email": "%s@example.org", "username": "someone-new", "name": "X", "password": "%s"}""".formatted(ann.name(), RunningMuster.PASSWORD))
                .expectProblem(409, "email_taken");
    }

    @Test
    void requestWithSecretsCanNotBePrinted() {
        var request = new NewUserRequest("a@example.org", "aaa", "A", "secret", "secret", null, null, null);

        assertThat(request.toString()).doesNotContain("secret");
    }

    @Test
    void accountIsChangedByAPatchForItsVersion() {
        Person ann = muster.signUp();
        String path = "/v1/users/" + ann.id();
        String tag = muster.get(path, admin).header("ETag");

        Answer changed = patch(path, tag, """
                {"email": "moved-%s@example.org", "name": "Moved", "phone": "+14155550123",
                 "profile": {"bio": "Here"}}""".formatted(ann.name())).expect(200);

        assertThat(changed.text("email")).isEqualTo("moved-" + ann.name() + "@example.org");
        assertThat(changed.json().path("is_email_verified").asBoolean()).isFalse();
        assertThat(changed.text("username")).isEqualTo(ann.name());
        assertThat(changed.json().path("profile").path("bio").asText()).isEqualTo("Here");
        assertThat(muster.get(path, admin).expect(200).json()).isEqualTo(changed.json());
        assertThat(muster.get("/v1/me", ann.token()).text("name")).isEqualTo("Moved");
        patch(path, tag, "{\"name\": \"Late\"}").expectProblem(412, "stale_version");
        assertThat(patch(path, changed.header("ETag"), "{\"is_email_verified\": true, \"phone\": null}")
                        .expect(200)
                        .json()
                        .path("is_email_verified")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": null} | 422 | validation_failed",
                "{\"email\": \"x\"} | 422 | validation_failed",
                "{\"is_email_verified\": null} | 422 | validation_failed",
                "{\"username\": \"a b\"} | 422 | validation_failed",
                "{\"profile\": {\"locale\": \"?\"}} | 422 | validation_failed",
                "{\"status\": \"active\"} | 400 | unknown_property",
                "{\"roles\": []} | 400 | unknown_property",
                "{\"password\": \"x\"} | 400 | unknown_property"
            })
    void changeThatIsNoneIsRefused(String body, int status, String code) {
        Person ann = muster.signUp();

        patch("/v1/users/" + ann.id(), "*", body).expectProblem(status, code);
    }

    @Test
    void suspendedPersonIsRefusedAtOnceUntilReactivated() {
        Person ann = muster.signUp();
        muster.get("/v1/me", ann.token()).expect(200);

        Answer suspended = act(ann.id(), "suspend").expect(200);

        assertThat(suspended.text("status")).isEqualTo("suspended");
        assertThat(suspended.header("ETag")).isEqualTo("\"" + suspended.text("version") + "\"");
        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        logIn(ann.name()).expectProblem(401, "invalid_credentials");
        act(ann.id(), "suspend").expectProblem(409, "illegal_transition");
        act(ann.id(), "reactivate").expect(200);
        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        muster.signIn(ann.name());
    }

    @Test
    void lockedPersonIsUnlocked() {
        Person ann = muster.signUp();
        for (int i = 0; i < 10; i++) {
            muster.post("/v1/auth/login", null, "{\"identifier\": \"" + ann.name() + "\", \"password\": \"wrong\"}");
        }
        assertThat(muster.get("/v1/users/" + ann.id(), admin)
                        .json()
                        .path("locked_until")
                        .isTextual())
                .isTrue();

        Answer unlocked = act(ann.id(), "unlock").expect(200);

        assertThat(unlocked.json().path("locked_until").isNull()).isTrue();
        muster.signIn(ann.name());
    }

    @Test
    void deletedPersonIsRestoredOrErased() {
        Person ann = muster.signUp();
        String path = "/v1/users/" + ann.id();
        act(ann.id(), "restore").expectProblem(409, "illegal_transition");
        act(ann.id(), "erase").expectProblem(409, "illegal_transition");
        muster.send(muster.request(path, admin).header("If-Match", "\"99\"").method("DELETE", BodyPublishers.noBody()))
                .expectProblem(412, "stale_version");

        muster.send("DELETE", path, admin, null).expect(204);
        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        muster.send("DELETE", path, admin, null).expectProblem(409, "illegal_transition");
        patch(path, "*", "{\"name\": \"X\"}").expectProblem(409, "illegal_transition");
        assertThat(act(ann.id(), "restore").expect(200).text("status")).isEqualTo("active");
        muster.signIn(ann.name());
        muster.send("DELETE", path, admin, null).expect(204);
        act(ann.id(), "erase").expect(204);

        muster.get(path, admin).expectProblem(404, "user_not_found");
        act(ann.id(), "restore").expectProblem(404, "user_not_found");
    }

    @Test
    void nameThatSomeoneElseHasByNowKeepsAnAccountDeleted() {
        Person ann = muster.signUp();
        muster.send("DELETE", "/v1/users/" + ann.id(), admin, null).expect(204);
        create(ann.name(), "\"password\": \"" + RunningMuster.PASSWORD + "\"").expect(201);

        act(ann.id(), "restore").expectProblem(409, "username_taken");
    }

    private static Answer create(String name, String more) {
        return muster.post("/v1/users", admin, """
                {"email": "%s@example.com", "username": "%s", "name": "Some One", %s}""".formatted(name, name, more));
    }

    private static Answer patch(String path, String tag, String body) {
        return muster.send(muster.request(path, admin)
                .header("If-Match", tag)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private static Answer act(String id, String action) {
        return muster.post("/v1/users/" + id + "/" + action, admin, null);
    }

    private static Answer logIn(String name) {
        return muster.post("/v1/auth/login", null, """
                {"identifier": "%s", "password": "%s"}""".formatted(name, RunningMuster.PASSWORD));
    }
}
