package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster keys rotate}, as a process of its own. */
@Timeout(120)
@SecondLane
final class KeysCommandTest {

    @TempDir
    Path folder;

    /** @param status of the process */
    private record Outcome(int status, String out, String err) {}

    @Test
    void rotatesOnTheDatabaseThatIsNamed() throws JsonProcessingException {
        Map<String, String> variables = variables("bXVzdGVyIG11c3RlciBtdXN0ZXIgbXVzdGVyIG11c3Q=");

        JsonNode inTurn = new ObjectMapper()
                .readTree(run(variables, "keys", "rotate", "--json").out());
        assertThat(inTurn.fieldNames())
                .toIterable()
                .containsExactly("kid", "algorithm", "signs_from", "others_accepted");
        assertThat(inTurn.required("algorithm").asText()).isEqualTo("ES256");
        assertThat(inTurn.required("others_accepted").asBoolean()).isTrue();
        assertThat(Instant.parse(inTurn.required("signs_from").asText()))
                .isAfter(Instant.now().plus(Duration.ofMinutes(50)));

        Map<String, String> rsa = new HashMap<>(variables);
        rsa.put("MUSTER_TOKEN_ALGORITHM", "RS256");
        assertThat(run(rsa, "keys", "rotate", "--now").out())
                .matches("The key \\S+ \\(RS256\\) signs from \\S+ on; tokens of other keys are refused\\.\\R");
    }

    @Test
    void failsWithOneSentenceWithAnotherMasterKey() {
        Map<String, String> variables = variables("bXVzdGVyIG11c3RlciBtdXN0ZXIgbXVzdGVyIG11c3Q=");
        run(variables, "keys", "rotate");
        Map<String, String> other = new HashMap<>(variables);
        other.put("MUSTER_SECRET_KEY", "b3RoZXIgb3RoZXIgb3RoZXIgb3RoZXIgb3RoZXIgb3Q=");

        for (List<String> arguments : List.of(List.of("keys", "rotate"), List.of("keys", "rotate", "--now"))) {
            assertThat(fail(other, 1, arguments.toArray(String[]::new)).err())
                    .startsWith("muster: The signing key ")
                    .contains("MUSTER_SECRET_KEY")
                    .hasLineCount(1);
        }
        assertThat(fail(variables, 2, "keys").err()).contains("rotate");
    }

    @Test
    void serverOnTheEmbeddedDatabaseHearsOfItInTime() throws InterruptedException {
        Map<String, String> variables = SharedData.variables();
        try (ServerProcess server = ServerProcess.start(folder, variables)) {
            Caller caller = Caller.at(server.awaitAddress());
            assertThat(run(variables, "keys", "rotate").out()).startsWith("The key ");
            // The command ends when the key is stored.
            Thread.sleep(1000);

            assertThat(caller.get("/.well-known/jwks.json").expect(200).json().required("keys"))
                    .hasSizeGreaterThan(1);
            server.terminate();
            assertThat(server.awaitExit()).isZero();
        }
    }

    private Map<String, String> variables(String masterKey) {
        return Map.of(
                "DATABASE_URL",
                MusterRunning.url(TestDatabase.create()),
                "MUSTER_SECRET_KEY",
                masterKey,
                "MUSTER_DATA",
                folder.resolve("data").toString());
    }

    private Outcome run(Map<String, String> variables, String... arguments) {
        return fail(variables, 0, arguments);
    }

    private Outcome fail(Map<String, String> variables, int status, String... arguments) {
        try (ServerProcess process = ServerProcess.start(folder, variables, arguments)) {
            int exit = process.awaitExit();
            assertThat(exit).as(process.err()).isEqualTo(status);
            return new Outcome(exit, process.out(), process.err());
        }
    }
}
