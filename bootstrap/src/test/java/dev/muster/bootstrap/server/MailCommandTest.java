package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster mail list} and {@code muster mail retry}, as processes of their own. */
@Timeout(180)
@SecondLane
final class MailCommandTest {

    private static final String ANN = "00000000-0000-7000-8000-000000000001";
    private static final String BOB = "00000000-0000-7000-8000-000000000002";
    private static final String EVE = "00000000-0000-7000-8000-000000000003";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    /** @param status of the process */
    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void giveLettersUp() throws SQLException {
        assertThat(run("mail", "list").out()).isEqualTo("No letter was given up." + System.lineSeparator());
        database.execute("""
                insert into muster.outbox (id, kind, email, details, attempts, last_error, created_at) values
                ('%s', 'password_changed', 'ann@example.org', '{"name": "Ann"}', 7, '554 no\n such person', '2026-03-02T09:00:00Z'),
                ('%s', 'verify_email', 'bob@example.org', '{"name": "Bob"}', 1, '550 away', '2026-03-02T09:00:01Z'),
                ('%s', 'verify_email', 'eve@example.org', '{"name": "Eve"}', 1, '550 away', '2026-03-02T09:00:02Z')""".formatted(ANN, BOB, EVE));
    }

    @Test
    void lettersThatWereGivenUpAreListedForPeopleAndForMachines() throws JsonProcessingException {
        assertThat(run("mail", "list").out().lines())
                .containsExactly(
                        EVE + "  2026-03-02T09:00:02Z  verify_email  eve@example.org  attempts: 1  550 away",
                        BOB + "  2026-03-02T09:00:01Z  verify_email  bob@example.org  attempts: 1  550 away",
                        ANN
                                + "  2026-03-02T09:00:00Z  password_changed  ann@example.org  attempts: 7  554 no  such person");

        JsonNode letters =
                new ObjectMapper().readTree(run("mail", "list", "--json").out()).required("letters");
        assertThat(letters).hasSize(3);
        assertThat(letters.get(2).fieldNames())
                .toIterable()
                .containsExactly("id", "kind", "to", "attempts", "reason", "created_at");
        assertThat(letters.get(2).required("id").asText()).isEqualTo(ANN);
        assertThat(letters.get(2).required("attempts").asInt()).isEqualTo(7);
        assertThat(letters.get(2).required("reason").asText()).isEqualTo("554 no\n such person");
    }

    @Test
    void lettersThatWereGivenUpAreSentAgain() throws SQLException {
        assertThat(run("mail", "retry", ANN).out()).startsWith("1 letter is sent again.");
        assertThat(dueAgain()).isEqualTo(1);

        Outcome again = fail(1, "mail", "retry", ANN);
        assertThat(again.out()).isEmpty();
        assertThat(again.err())
                .isEqualTo("muster: No letter with the id " + ANN + " was given up." + System.lineSeparator());

        assertThat(run("mail", "retry", "--all", "--json").out()).startsWith("{\"retried\":2}");
        assertThat(dueAgain()).isEqualTo(3);
    }

    private long dueAgain() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from muster.outbox where due_at <= now() and attempts = 0")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Outcome run(String... arguments) {
        return fail(0, arguments);
    }

    private Outcome fail(int status, String... arguments) {
        Map<String, String> variables = Map.of(
                "DATABASE_URL",
                MusterRunning.url(database),
                "MUSTER_DATA",
                folder.resolve("data").toString());
        try (ServerProcess process = ServerProcess.start(folder, variables, arguments)) {
            int exit = process.awaitExit();
            assertThat(exit).as(process.err()).isEqualTo(status);
            return new Outcome(exit, process.out(), process.err());
        }
    }
}
