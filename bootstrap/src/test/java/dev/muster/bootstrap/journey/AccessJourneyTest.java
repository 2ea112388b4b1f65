package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testkit.shared.Race;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeping others out: one's sessions, password and account. */
final class AccessJourneyTest {

    private static final String NEW = "another good password";
    private static final String WRONG = "not the password";

    private final MusterRunning muster = MusterRunning.ofThisJvm();
    private final Caller anonymous = muster.anonymous();
    private Person person;

    @BeforeEach
    void join() {
        person = Person.join(anonymous);
    }

    @Test
    void seesAndEndsSessions() {
        JsonNode here = person.tokens();
        JsonNode there = person.tokens();
        caller(there).get("/v1/me").expect(200);

        JsonNode list = caller(here).get("/v1/me/sessions").expect(200).json().required("data");
        assertThat(list.findValuesAsText("id")).containsExactly(session(there), session(here));
        assertThat(list.findValuesAsText("current")).containsExactly("false", "true");
        assertThat(list.findValuesAsText("name")).containsOnly("a test");
        caller(here).delete("/v1/me/sessions/" + session(there)).expect(204);

        caller(there).get("/v1/me").expectProblem(401, "invalid_access_token");
        refresh(there).expectProblem(401, "invalid_refresh_token");
        assertThat(caller(here).get("/v1/me/sessions").expect(200).json().required("data"))
                .hasSize(1);
        Caller other = Person.join(anonymous).signedIn();
        other.delete("/v1/me/sessions/" + session(here)).expectProblem(404, "session_not_found");
        other.get("/v1/me/sessions/" + session(here) + "/lineage").expectProblem(404, "session_not_found");
        other.delete("/v1/me/sessions/none").expectProblem(404, "session_not_found");
        caller(here).get("/v1/me").expect(200);
    }

    @Test
    void signsOutEverywhere() {
        JsonNode here = person.tokens();
        JsonNode there = person.tokens();
        JsonNode others = Person.join(anonymous).tokens();
        caller(there).get("/v1/me").expect(200);

        caller(here).post("/v1/auth/logout-all", null).expect(204);

        for (JsonNode ended : List.of(here, there)) {
            caller(ended).get("/v1/me").expectProblem(401, "invalid_access_token");
            refresh(ended).expectProblem(401, "invalid_refresh_token");
        }
        caller(others).get("/v1/me").expect(200);
    }

    @Test
    void signInFromAClientThatHoldsASessionReplacesIt() {
        JsonNode first = person.tokens();
        caller(first).get("/v1/me").expect(200);

        JsonNode second = caller(first)
                .post("/v1/auth/login", """
                        {"identifier": "%s", "password": "%s"}""".formatted(person.name(), Person.PASSWORD))
                .expect(200)
                .json();

        caller(first).get("/v1/me").expectProblem(401, "invalid_access_token");
        Answer lineage = caller(second)
                .get("/v1/me/sessions/" + session(first) + "/lineage")
                .expect(200);
        assertThat(lineage.json().required("data").findValuesAsText("reason")).containsExactly("replaced");
    }

    @Test
    void endsTheLeastRecentlyUsedSessionBeyondFifty() {
        JsonNode first = person.tokens();
        JsonNode second = person.tokens();
        refresh(first).expect(200);
        for (int i = 2; i < 50; i++) {
            person.tokens();
        }
        caller(second).get("/v1/me").expect(200);

        person.tokens();

        caller(second).get("/v1/me").expectProblem(401, "invalid_access_token");
        assertThat(caller(first).get("/v1/me/sessions").expect(200).json().required("data"))
                .hasSize(50);
    }

    @Test
    void tellsWhatBecameOfEveryRefreshToken() {
        JsonNode first = person.tokens();
        JsonNode second = refresh(first).expect(200).json();
        JsonNode third = refresh(second).expect(200).json();
        String path = "/v1/me/sessions/" + session(first) + "/lineage";

        Answer whole = caller(third).get(path).expect(200);
        Answer page = caller(third).get(path + "?limit=2").expect(200);
        Answer rest = caller(third)
                .get(path + "?limit=2&cursor=" + page.text("next_cursor"))
                .expect(200);

        List<String> ids = ids(whole);
        assertThat(ids).hasSize(3);
        assertThat(whole.json().required("data").findValuesAsText("replaced_by"))
                .startsWith(ids.get(1), ids.get(2));
        assertThat(ids(page)).containsExactly(ids.get(0), ids.get(1));
        assertThat(ids(rest)).containsExactly(ids.get(2));
        for (JsonNode tokens : List.of(first, second, third)) {
            assertThat(whole.body())
                    .doesNotContain(tokens.required("refresh_token").asText());
        }
        caller(third).get(path + "?cursor=AAAA").expectProblem(400, "invalid_cursor");
    }

    @Test
    void givesFiftyUsesAtOnceOfARefreshTokenTheSameSuccessorAndItsGrandparentNothing() {
        JsonNode first = person.tokens();

        List<Answer> answers = Race.values(Race.of(50, number -> refresh(first)));

        Set<String> successors = answers.stream()
                .map(answer -> answer.expect(200).text("refresh_token"))
                .collect(Collectors.toSet());
        assertThat(successors).hasSize(1);
        JsonNode second = answers.getFirst().json();
        assertThat(ids(caller(second)
                        .get("/v1/me/sessions/" + session(first) + "/lineage")
                        .expect(200)))
                .hasSize(2);
        JsonNode third = refresh(second).expect(200).json();
        refresh(first).expectProblem(401, "refresh_token_reused");
        refresh(third).expectProblem(401, "invalid_refresh_token");
        caller(third).get("/v1/me").expectProblem(401, "invalid_access_token");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        JsonNode here = person.tokens();
        JsonNode there = person.tokens();
        caller(there).get("/v1/me").expect(200);

        change(here, WRONG, NEW).expectProblem(422, "validation_failed");
        change(here, Person.PASSWORD, "password1234").expectProblem(422, "weak_password");
        change(here, Person.PASSWORD, NEW).expect(204);

        caller(here).get("/v1/me").expect(200);
        caller(there).get("/v1/me").expectProblem(401, "invalid_access_token");
        refresh(there).expectProblem(401, "invalid_refresh_token");
        person.logIn(person.name(), Person.PASSWORD).expectProblem(401, "invalid_credentials");
        person.logIn(person.name(), NEW).expect(200);
    }

    @Test
    void shutsSignInAfterTenWrongPasswords() throws SQLException {
        JsonNode here = person.tokens();
        for (int i = 0; i < 10; i++) {
            person.logIn(person.name(), WRONG).expectProblem(401, "invalid_credentials");
        }

        Answer locked = person.logIn(person.name(), Person.PASSWORD).expectProblem(401, "invalid_credentials");

        assertThat(locked.text("detail"))
                .isEqualTo(person.logIn("nobody-at-all", WRONG).text("detail"));
        caller(here).get("/v1/me").expect(200);
        Answer refused = change(here, Person.PASSWORD, NEW).expectProblem(429, "password_locked");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
        muster.database()
                .execute("update muster.users set locked_until = now() where username = '" + person.name() + "'");
        person.logIn(person.name(), Person.PASSWORD).expect(200);
    }

    @Test
    void deletesAndRecoversOneself() {
        JsonNode here = person.tokens();
        String task = caller(here)
                .post("/v1/tasks", "{\"title\": \"kept\"}")
                .expect(201)
                .text("id");
        String tag = caller(here).get("/v1/me").expect(200).header("ETag");

        delete(here, WRONG).expectProblem(422, "validation_failed");
        delete(here, Person.PASSWORD, "If-Match", "\"1\"").expectProblem(412, "stale_version");
        delete(here, Person.PASSWORD, "If-Match", tag).expect(204);

        caller(here).get("/v1/me").expectProblem(401, "invalid_access_token");
        refresh(here).expectProblem(401, "invalid_refresh_token");
        person.logIn(person.email(), Person.PASSWORD).expectProblem(401, "invalid_credentials");
        recover(person.name(), WRONG).expectProblem(401, "invalid_credentials");
        JsonNode recovered =
                recover(person.email(), Person.PASSWORD).expect(200).json();
        caller(recovered).get("/v1/tasks/" + task).expect(200);
        person.logIn(person.name(), Person.PASSWORD).expect(200);
        recover(person.name(), Person.PASSWORD).expectProblem(401, "invalid_credentials");
    }

    @Test
    void doesNotRecoverWhoseAddressSomeoneElseHasByNow() {
        delete(person.tokens(), Person.PASSWORD).expect(204);
        person.register(person.name() + "-new", NEW).expect(202);

        recover(person.name(), Person.PASSWORD).expectProblem(409, "email_taken");

        person.logIn(person.email(), NEW).expect(200);
    }

    private Answer change(JsonNode tokens, String current, String wanted) {
        return caller(tokens)
                .post(
                        "/v1/me/password",
                        "{\"current_password\": \"" + current + "\", \"new_password\": \"" + wanted + "\"}");
    }

    private Answer delete(JsonNode tokens, String password, String... headers) {
        return caller(tokens).send("DELETE", "/v1/me", "{\"password\": \"" + password + "\"}", headers);
    }

    private Answer recover(String identifier, String password) {
        return anonymous.post(
                "/v1/auth/recover", "{\"identifier\": \"" + identifier + "\", \"password\": \"" + password + "\"}");
    }

    private Answer refresh(JsonNode tokens) {
        return anonymous.post(
                "/v1/auth/refresh",
                "{\"refresh_token\": \"" + tokens.required("refresh_token").asText() + "\"}");
    }

    private Caller caller(JsonNode tokens) {
        return anonymous.withToken(tokens.required("access_token").asText());
    }

    private static String session(JsonNode tokens) {
        return tokens.required("session_id").asText();
    }

    private static List<String> ids(Answer list) {
        return list.json().required("data").findValuesAsText("id");
    }
}
