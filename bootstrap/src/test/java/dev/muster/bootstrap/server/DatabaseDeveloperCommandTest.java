package dev.muster.bootstrap.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command that makes a database task, as a process of its own, against a server that runs (requirement C5). */
@Timeout(180)
final class DatabaseDeveloperCommandTest {

    private static final MusterRunning RUNNING = MusterRunning.ofThisJvm();

    @TempDir
    Path folder;

    private Caller ann;
    private String address;

    /** @param status of the process */
    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void makeAStory() {
        ann = Person.join(RUNNING.anonymous()).signedIn();
        address = ann.address().toString();
        String project = ann.post("/v1/projects", "{\"key\": \"KAN\", \"name\": \"Shop\"}")
                .expect(201)
                .text("id");
        ann.post("/v1/tasks", """
                        {"title": "Order products", "description": "- users: email\\n- orders: user_id, total", "project_id": "%s"}""".formatted(project)).expect(201);
    }

    @Test
    void tellsWhatWasMadeAndPointsAtItTheSecondTime() {
        Outcome made = run(Map.of("MUSTER_TOKEN", ann.token(), "MUSTER_BASE_URL", address), "", "dbd", "KAN-1");

        assertThat(made.err()).isEmpty();
        assertThat(made.status()).isZero();
        assertThat(made.out().lines().limit(3))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("KAN-2  Order products - DB"),
                        second -> assertThat(second).isEqualTo("Story points: 2"),
                        third -> assertThat(third).startsWith("URL: " + address + "/v1/tasks/"));
        assertThat(made.out().lines())
                .contains("erDiagram", "    \"users\" ||--o{ \"orders\" : \"user_id\"")
                .filteredOn(line -> line.startsWith("Warning: "))
                .hasSize(4);
        assertThat(made.out()).doesNotContain("```");

        assertFails(
                run(Map.of("MUSTER_TOKEN", ann.token()), "", "database-developer", "KAN-1", "--url", address + "/"),
                "The database task of KAN-1 is there already, so none was made: KAN-2.");
        assertThat(ann.get("/v1/tasks?count=true")
                        .expect(200)
                        .json()
                        .required("total_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void answersMachinesInJson() throws IOException {
        Outcome made = run(Map.of(), ann.token() + "\n", "dbd", "kan-1", "--json", "--token-stdin", "--url", address);

        assertThat(made.status()).as(made.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(made.out());
        assertThat(json.required("task").required("key").asText()).isEqualTo("KAN-2");
        assertThat(json.required("warnings")).hasSize(4);
        assertThat(json.required("url").asText())
                .isEqualTo(address + "/v1/tasks/"
                        + json.required("task").required("id").asText());
        assertThat(json.required("diagram").asText()).startsWith("erDiagram\n").endsWith("\"user_id\"\n");
    }

    @Test
    void failsWithOneSentence() {
        Map<String, String> known = Map.of("MUSTER_TOKEN", ann.token());
        assertFails(run(known, "", "dbd", "KAN-7", "--url", address), "There is no story KAN-7. Similar: KAN-1.");
        assertFails(run(known, "", "dbd", "../me", "--url", address), "There is no story ../me.");
        assertFails(
                run(Map.of("MUSTER_TOKEN", "unknown"), "", "dbd", "KAN-1", "--url", address),
                "The access token is not valid, or no longer; sign in again.");
        assertFails(
                run(Map.of("MUSTER_TOKEN", "sec\tret"), "", "dbd", "KAN-1", "--url", address),
                "The access token has characters that no token has.");
        assertFails(
                run(known, "", "dbd", "KAN-1", "--url", "http://127.0.0.1:1"),
                "No Muster answers at http://127.0.0.1:1.");
        assertFails(run(Map.of(), "", "dbd", "KAN-1", "--token-stdin"), "No access token came on standard input.");
    }

    @Test
    void wrongUsageNamesWhatIsMissing() throws IOException {
        Map<String, String> known = Map.of("MUSTER_TOKEN", ann.token());
        assertWrong(
                run(known, "", "dbd"),
                "Missing required parameter: story id, for example ./muster database-developer KAN-15");
        assertWrong(run(known, "", "dbd", " "), "Missing required parameter: story id");
        assertWrong(run(Map.of(), "", "dbd", "KAN-1"), "Missing access token");
        assertWrong(run(known, "", "dbd", "KAN-1", "--url", "ftp://x"), "Not the address of a server: ftp://x");
        assertWrong(run(known, "", "dbd", "KAN-1", "--url", "::"), "Not the address of a server: ::");
        assertWrong(run(known, "", "dbd", "KAN-1", "--token", "x"), "Unknown option");
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.filter(Files::isDirectory)).isEmpty();
        }
    }

    private static void assertFails(Outcome outcome, String sentence) {
        assertThat(outcome.err()).isEqualTo("muster: " + sentence + System.lineSeparator());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
    }

    private static void assertWrong(Outcome outcome, String sentence) {
        assertThat(outcome.err()).startsWith(sentence);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    private Outcome run(Map<String, String> variables, String input, String... arguments) {
        try (ServerProcess process = ServerProcess.fed(input.getBytes(UTF_8), folder, variables, arguments)) {
            int exit = process.awaitExit();
            return new Outcome(exit, process.out(), process.err());
        }
    }
}
