package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joining, signing in, staying signed in, signing out. */
final class AccountJourneyTest {

    private final Caller anonymous = MusterRunning.ofThisJvm().anonymous();
    private Person person;

    @BeforeEach
    void join() {
        person = Person.join(anonymous);
    }

    @Test
    void signsInByAddressAndByNameInAnyCase() {
        JsonNode byAddress =
                person.logIn(person.email(), Person.PASSWORD).expect(200).json();
        JsonNode byName = person.logIn(person.name().toUpperCase(Locale.ROOT), Person.PASSWORD)
                .expect(200)
                .json();

        assertThat(byName.required("user").required("id"))
                .isEqualTo(byAddress.required("user").required("id"));
        assertThat(byName.required("session_id")).isNotEqualTo(byAddress.required("session_id"));
        assertThat(byName.required("token_type").asText()).isEqualTo("Bearer");
        assertThat(byName.required("expires_in").asInt()).isEqualTo(600);
    }

    @Test
    void readsAndChangesOneself() {
        Caller me = person.signedIn();
        Answer before = me.get("/v1/me").expect(200);
        assertThat(before.text("email")).isEqualTo(person.email());
        assertThat(before.text("status")).isEqualTo("active");

        Answer after = me.patch(
                        "/v1/me",
                        """
                        {"name": "Ann Äpfel 🍎", "profile": {"bio": "first\\nsecond", "time_zone": "Europe/Berlin"}}""",
                        "If-Match",
                        before.header("ETag"),
                        "Content-Type",
                        "application/merge-patch+json")
                .expect(200);

        assertThat(after.text("name")).isEqualTo("Ann Äpfel 🍎");
        assertThat(after.json().required("profile").required("time_zone").asText())
                .isEqualTo("Europe/Berlin");
        assertThat(after.text("username")).isEqualTo(person.name());
        assertThat(me.get("/v1/me").expect(200).json()).isEqualTo(after.json());
        me.get("/v1/me", "If-None-Match", after.header("ETag")).expect(304);
        me.patch("/v1/me", "{\"name\": \"Late\"}", "If-Match", before.header("ETag"))
                .expectProblem(412, "stale_version");
    }

    @Test
    void takesNoNameThatSomeoneElseHas() {
        Person other = Person.join(anonymous);

        person.signedIn()
                .patch("/v1/me", "{\"username\": \"" + other.name() + "\"}")
                .expectProblem(409, "username_taken");
        new Person(anonymous, person.name() + "-2")
                .register(person.name(), Person.PASSWORD)
                .expectProblem(409, "username_taken");
    }

    @Test
    void exchangesRefreshTokens() {
        JsonNode first = person.tokens();
        Answer second = refresh(first).expect(200);

        assertThat(second.text("session_id"))
                .isEqualTo(first.required("session_id").asText());
        assertThat(second.text("refresh_token"))
                .isNotEqualTo(first.required("refresh_token").asText());
        caller(second.json()).get("/v1/me").expect(200);
        refresh(second.json()).expect(200);
    }

    @Test
    void endsTheSessionOfARefreshTokenUsedAfterItsSuccessor() {
        JsonNode first = person.tokens();
        JsonNode other = person.tokens();
        JsonNode second = refresh(first).expect(200).json();
        JsonNode third = refresh(second).expect(200).json();
        caller(second).get("/v1/me").expect(200);

        refresh(first).expectProblem(401, "refresh_token_reused");

        refresh(third).expectProblem(401, "invalid_refresh_token");
        caller(first).get("/v1/me").expectProblem(401, "invalid_access_token");
        caller(second).get("/v1/me").expectProblem(401, "invalid_access_token");
        caller(other).get("/v1/me").expect(200);
    }

    @Test
    void refusesTheTokensOfASessionAtOnceAfterItsLogout() {
        JsonNode ended = person.tokens();
        JsonNode other = person.tokens();
        caller(ended).get("/v1/me").expect(200);

        assertThat(caller(ended).post("/v1/auth/logout", null).expect(204).body())
                .isEmpty();

        caller(ended).get("/v1/me").expectProblem(401, "invalid_access_token");
        caller(ended).post("/v1/auth/logout", null).expectProblem(401, "invalid_access_token");
        refresh(ended).expectProblem(401, "invalid_refresh_token");
        caller(other).get("/v1/me").expect(200);
    }

    @Test
    void changesNothingWhenAKnownAddressJoinsAgain() {
        Answer before = person.signedIn().get("/v1/me").expect(200);

        Answer again = person.register(person.name() + "-again", "another good password");

        assertThat(again.expect(202).text("status")).isEqualTo("accepted");
        person.logIn(person.email(), "another good password").expectProblem(401, "invalid_credentials");
        person.logIn(person.name() + "-again", "another good password").expectProblem(401, "invalid_credentials");
        JsonNode after = person.signedIn().get("/v1/me").expect(200).json();
        assertThat(after.required("id")).isEqualTo(before.json().required("id"));
        assertThat(after.required("username").asText()).isEqualTo(person.name());
        assertThat(after.required("updated_at")).isEqualTo(before.json().required("updated_at"));
    }

    @Test
    void tellsNoOneWhatIsWrongWithCredentials() {
        Answer wrong = person.logIn(person.name(), "not the password").expectProblem(401, "invalid_credentials");
        Answer unknown = person.logIn("nobody-at-all", Person.PASSWORD).expectProblem(401, "invalid_credentials");

        assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail"));
    }

    @Test
    void refusesWeakPasswordsAndNamesAllThatIsWrong() {
        person.register("other-" + person.name(), "short").expectProblem(422, "weak_password");

        Answer answer = anonymous
                .post("/v1/auth/register", "{\"email\": \"no address\", \"username\": \"\", \"name\": \"A\"}")
                .expectProblem(422, "validation_failed");
        assertThat(answer.json().required("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/email", "/username", "/password");
    }

    private Answer refresh(JsonNode tokens) {
        return anonymous.post(
                "/v1/auth/refresh",
                "{\"refresh_token\": \"" + tokens.required("refresh_token").asText() + "\"}");
    }

    private Caller caller(JsonNode tokens) {
        return anonymous.withToken(tokens.required("access_token").asText());
    }
}
