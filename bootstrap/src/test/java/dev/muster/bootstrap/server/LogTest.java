package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Answer;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import dev.muster.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither the log nor an answer has a password, a token, a hash, SQL or a stack trace in it, whatever goes wrong. */
@SecondLane
final class LogTest {

    private static final String WRONG_PASSWORD = "wr0ng-passw0rd-of-ann";
    private static final String PRIVATE_TITLE = "a title that is nobody's business";
    private static final List<String> INSIDES =
            List.of(WRONG_PASSWORD, Person.PASSWORD, "$argon2", "\tat ", "Exception", "insert into", "select ");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final List<String> answers = new ArrayList<>();
    private final List<String> requestIds = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>(INSIDES);

    @Test
    void keepsSecretsWhateverGoesWrong() throws SQLException {
        try (ServerProcess server = start(Map.of())) {
            Caller anonymous = Caller.at(server.awaitAddress()).undocumented();
            Caller ann = misuse(anonymous);
            breakDatabase(ann);
            server.awaitErr("can't be asked what jobs are due");

            server.terminate();
            server.awaitExit();
            assertThat(server.err())
                    .contains(requestIds)
                    .contains("SQLSTATE 42P01")
                    .doesNotContain(secrets);
            assertThat(server.out()).doesNotContain(secrets);
            assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(secrets));
            assertThat(answers).noneMatch(answer -> answer.contains("SQLSTATE"));
        }
    }

    @Test
    void echoesStatementsWithoutTheirValues() {
        try (ServerProcess server = start(Map.of("DATABASE_ECHO", "true"))) {
            Person person = Person.join(Caller.at(server.awaitAddress()));
            person.signedIn()
                    .post("/v1/tasks", "{\"title\": \"" + PRIVATE_TITLE + "\"}")
                    .expect(201);

            server.terminate();
            server.awaitExit();
            assertThat(server.err().toLowerCase(Locale.ROOT))
                    .contains("insert into")
                    .doesNotContain(PRIVATE_TITLE, Person.PASSWORD, "$argon2", person.email());
        }
    }

    @Test
    void saysOnceAtTheStartThatMailGoesNowhere() {
        try (ServerProcess server = start(Map.of())) {
            server.awaitAddress();

            assertThat(server.err().lines().filter(line -> line.contains("MUSTER_SMTP_URL")))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(" WARN ", "No mail is sent"));
        }
    }

    private ServerProcess start(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("MUSTER_PORT", "0");
        variables.put("MUSTER_DATA", folder.toString());
        variables.put("DATABASE_URL", MusterRunning.url(database));
        return ServerProcess.start(folder, variables);
    }

    private Caller misuse(Caller anonymous) {
        Person person = Person.join(anonymous);
        JsonNode tokens = person.tokens();
        String refresh = tokens.required("refresh_token").asText();
        String access = tokens.required("access_token").asText();
        secrets.addAll(List.of(refresh, access));
        Caller ann = anonymous.withToken(access);
        send(anonymous, "/v1/auth/login", login(person.name(), WRONG_PASSWORD));
        send(anonymous, "/v1/auth/login", login(person.name(), WRONG_PASSWORD) + "}");
        send(
                anonymous,
                "/v1/auth/login",
                "{\"identifier\": \"ann\", \"password\": {\"x\": \"" + WRONG_PASSWORD + "\"}}");
        send(anonymous, "/v1/auth/login", "{\"identifier\": \"ann\", \"secret\": \"" + WRONG_PASSWORD + "\"}");
        send(anonymous, "/v1/auth/refresh", "{\"refresh_token\": [\"" + refresh + "\"]}");
        send(anonymous, "/v1/auth/refresh", "{\"refresh_token\": \"" + refresh + "x\"}");
        send(anonymous.withToken(access + "x"), "/v1/tasks", "{}");
        send(ann, "/v1/tasks", "{\"title\": \"\\u0000\", \"due_at\": \"" + WRONG_PASSWORD + "\"}");
        send(ann, "/v1/tasks/%27;drop%20table/restore", "{}");
        return ann;
    }

    /** What no one foresees: the tables are gone. */
    private void breakDatabase(Caller ann) throws SQLException {
        database.execute("alter table muster.tasks rename to gone");
        database.execute("alter table muster.scheduled_tasks rename to gone_as_well");
        secrets.add(PRIVATE_TITLE);
        Answer read = ann.get("/v1/tasks");
        Answer made = ann.post("/v1/tasks", "{\"title\": \"" + PRIVATE_TITLE + "\"}");
        for (Answer fault : List.of(read, made)) {
            answers.add(fault.expectProblem(500, "internal_error").body());
            requestIds.add(fault.text("request_id"));
        }
    }

    private void send(Caller caller, String path, String body) {
        Answer answer = caller.post(path, body);
        assertThat(answer.status()).as(path + " " + body).isBetween(400, 499);
        answers.add(answer.body());
        answers.add(answer.response().headers().toString());
    }

    private static String login(String identifier, String password) {
        return "{\"identifier\": \"" + identifier + "\", \"password\": \"" + password + "\"}";
    }
}
