package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.shared.Race;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests that are sent more than once. */
final class IdempotencyJourneyTest {

    private static final MusterRunning MUSTER = MusterRunning.ofThisJvm();
    private static final String TASK = "{\"title\": \"once only\"}";

    private final Caller anonymous = MUSTER.anonymous();
    private final String key = UUID.randomUUID().toString();

    @Test
    void fiftyAtOnceMakeOneTask() {
        Caller ann = Person.join(anonymous).signedIn();
        List<Answer> answers = Race.values(Race.of(50, thread -> post(ann, "/v1/tasks", TASK)));
        Answer first = post(ann, "/v1/tasks", TASK).expect(201);

        assertThat(first.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answers).allSatisfy(answer -> {
            if (answer.status() == 201) {
                assertThat(answer.body()).isEqualTo(first.body());
                assertThat(answer.header("Location")).isEqualTo(first.header("Location"));
                assertThat(answer.header("ETag")).isEqualTo(first.header("ETag"));
            } else {
                answer.expectProblem(409, "idempotency_key_in_use");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
            }
        });
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .filteredOn(answer -> answer.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(ann.get("/v1/tasks").json().required("data")).hasSize(1);
    }

    @Test
    void joiningAndSigningInAreRepeatedAsTheyWere() {
        String name = "repeated" + UUID.randomUUID().toString().substring(0, 8);
        String body = """
                {"email": "%s@example.org", "username": "%s", "name": "Some One", "password": "%s"}""".formatted(name, name, Person.PASSWORD);
        Answer joined = post(anonymous, "/v1/auth/register", body).expect(202);
        assertThat(post(anonymous, "/v1/auth/register", body).expect(202).body())
                .isEqualTo(joined.body());
        String login = """
                {"identifier": "%s", "password": "%s"}""".formatted(name, Person.PASSWORD);
        String another = UUID.randomUUID().toString();
        Answer signedIn = anonymous.post("/v1/auth/login", login, "Idempotency-Key", another);
        Answer repeated = anonymous.post("/v1/auth/login", login, "Idempotency-Key", another);

        assertThat(repeated.expect(200).body()).isEqualTo(signedIn.body());
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        Caller person = anonymous.withToken(repeated.text("access_token"));
        assertThat(person.get("/v1/me/sessions").json().required("data")).hasSize(1);
    }

    @Test
    void keyOfAnotherPersonIsAnotherKey() {
        Caller ann = Person.join(anonymous).signedIn();
        Caller bob = Person.join(anonymous).signedIn();
        String made = post(ann, "/v1/tasks", TASK).expect(201).text("id");

        Answer other = post(bob, "/v1/tasks", TASK).expect(201);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
        assertThat(other.text("id")).isNotEqualTo(made);
        post(ann, "/v1/tasks", "{\"title\": \"another\"}").expectProblem(422, "idempotency_key_reused");
    }

    @Test
    void nothingThatWasSaidIsStoredInClear() throws SQLException {
        Caller ann = Person.join(anonymous).signedIn();
        post(ann, "/v1/tasks", "{\"title\": \"clear words\"}").expect(201);
        StringBuilder stored = new StringBuilder();
        try (Connection connection = MUSTER.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select row_to_json(k)::text from muster.idempotency_keys k")) {
            while (rows.next()) {
                stored.append(rows.getString(1));
            }
        }

        assertThat(stored.toString())
                .contains("\"answer\":\"")
                .doesNotContain(key, "clear words", "once only", Person.PASSWORD, "eyJ");
    }

    private Answer post(Caller caller, String path, String body) {
        return caller.post(path, body, "Idempotency-Key", key);
    }
}
